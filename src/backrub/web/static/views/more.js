// The deep intake: everything that has a sensible default and can be left alone, in the order in which it matters.

import { html } from "../vendor/lit.js";
import { failed } from "./choices.js";
import { aboutGiver, aboutRoom } from "./more-giver.js";
import { aboutBody, aboutReceiver, aboutSkin } from "./more-receiver.js";
import { PageView } from "./page-view.js";

/** The page behind "Tell me more". */
export class MoreView extends PageView {
  render() {
    return html`<div class="intake">
      <header>
        <h1>${this.say("intake-title")}</h1>
        <p class="intro soft">${this.say("intake-lead")}</p>
      </header>
      <div class="columns">${aboutReceiver(this)} ${aboutSkin(this)} ${aboutGiver(this)} ${aboutRoom(this)} ${this.health()} ${aboutBody(this)} ${this.card()}</div>
      ${failed(this.failure)}
      <div class="bar"><a class="button main" href="#/">${this.say("intake-done")}</a></div>
    </div>`;
  }

  health() {
    const { answered, conditions } = this.evening.wishes.health;
    const asked = answered === "unanswered" ? "health-open" : conditions.length > 0 ? "health-some" : `health-was-${answered}`;
    return html`<section>
      <h2>${this.say("health-label")}</h2>
      <p class="soft">${this.say(asked, { count: conditions.length })}</p>
      <p><a class="button pill" href="#/health">${this.say("health-all")}</a></p>
    </section>`;
  }

  card() {
    const { card } = this.evening;
    return html`<section>
      <h2>${this.say("card-title")}</h2>
      <p class="soft">${card ? this.say("card-tonight", { name: card.name }) : this.say("card-lead")}</p>
      <p><a class="button pill" href="#/card">${this.say("card-look-at")}</a></p>
    </section>`;
  }
}

customElements.define("more-view", MoreView);
