// What a routine's file is called: its title in small letters that every disk can write.

/**
 * @param {string} title
 * @returns {string}
 */
export function fileName(title) {
  const plain = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return `${plain.slice(0, 60) || "routine"}.rub`;
}
