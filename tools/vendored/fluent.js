// What the pages use of Fluent: the reader of the same .ftl files the server speaks from.
export { FluentBundle, FluentResource } from "@fluent/bundle";
