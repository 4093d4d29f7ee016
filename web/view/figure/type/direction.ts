const FROM_THE_RIGHT =
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}\p{Script=Nko}]/u;

/** True for a text whose first letter is of a script that is written from right to left. */
export const isFromTheRight = (text: string): boolean => FROM_THE_RIGHT.test(text);
