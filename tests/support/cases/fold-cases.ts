// Words that are found, and that are not, whatever their capitals, accents and vowel points: written by hand, from what
// readers of each script leave out or type otherwise. Page, service and both databases are held to it.

export type FoldCase = {
  readonly text: string;
  readonly found: readonly string[];
  readonly missed: readonly string[];
};

export const FOLD_CASES: readonly FoldCase[] = [
  {
    text: "L’État : Évacuation, œuvre de l’Ægide",
    found: ["etat", "EVACUATION", "évac", "oeuvre", "œuvre", "aegide", "l'etat"],
    missed: ["vacuation", "uvre"],
  },
  {
    text: "Diyarbakır ve İstanbul",
    found: ["DIYARBAKIR", "diyarbakır", "istanbul", "İSTANBUL"],
    missed: ["stanbul"],
  },
  {
    text: "Große Straße, Łódź, Ørsted, Þingvellir",
    found: ["STRASSE", "grosse", "lodz", "orsted", "thing"],
    missed: ["strase"],
  },
  { text: "Ἡ ὁδὸς Ἀθηνῶν", found: ["οδος", "ΟΔΟΣ", "αθηνων", "οδό"], missed: ["δος"] },
  { text: "Ёлка и за́мок на Украї́не", found: ["елка", "ЁЛКА", "замок", "украіне"], missed: ["лка"] },
  { text: "שָׁלוֹם עוֹלָם", found: ["שלום", "עולם", "שָׁל"], missed: ["לום"] },
  {
    text: "دَيْر السُّرْيَان، سنة ١٨٢٦",
    found: ["دير", "السريان", "1826", "١٨٢٦", "ديـر"],
    missed: ["سريان"],
  },
  {
    text: "أديرة إلى آخره، مكتبة",
    found: ["اديره", "الي", "اخره", "مكتبه", "أديرة"],
    missed: ["ديرة"],
  },
  { text: "می‌خواهم کتاب", found: ["ميخواهم", "كتاب", "کتاب"], missed: ["واهم"] },
  { text: "ܡܳܪܝ ܡܰܬܰܝ", found: ["ܡܪܝ", "ܡܬܝ"], missed: ["ܪܝ"] },
  {
    text: "ʿAynwardo, al-Luʾluʾ, Dayr al-Suryān",
    found: ["aynwardo", "lulu", "suryan", "luʾ"],
    missed: ["ynwardo"],
  },
  { text: "ＡＢＣ １２３ ﬁn", found: ["abc", "123", "fin", "ＡＢＣ"], missed: ["bc"] },
  { text: "北京故宫博物院", found: ["故宫", "博物院", "北京"], missed: ["上海"] },
  { text: "東京タワーが ガス", found: ["タワー", "ガス", "が"], missed: ["カス"] },
  { text: "서울특별시", found: ["서울"], missed: ["부산"] },
  { text: "कि क्षेत्र", found: ["कि", "क्षेत्र"], missed: ["की"] },
  { text: "አዲስ አበባ", found: ["አዲስ"], missed: ["ዲስ"] },
  { text: "Việt Nam: Đà Nẵng", found: ["viet", "da nang", "ĐÀ NẴNG"], missed: ["iet"] },
];
