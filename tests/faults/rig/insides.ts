/** What nobody who uses the program should ever see; `s3cr3t` is the password of the tests. */
export const INSIDES =
  /\n\s+at |node:internal|sASSERTIONS|\[object|Failed query|\bselect .* from\b|s3cr3t|Error:/i;
