package io.foodsafety.testkit.report;

/** The words of sample reports, in both languages. */
final class SampleTexts {

  /** Names that would do harm if a renderer took them for markup, a script or a formula. */
  static final String[] HOSTILE = {
    "<img src=x onerror=\"document.title='hacked'\">",
    "</script><script>document.title='hacked'</script>",
    "=HYPERLINK(\"http://example.invalid\",\"click\")",
    "@SUM(1+1), \"quoted\"; 'single' & <b>bold</b>",
    "-2+3",
    "line\u2028separator ]]> --> ${x} {{y}} %s",
    "𠮷野家🍜 (beyond the basic plane)",
  };

  static final String[] SEGMENTS = {"catering", "sales", "production"};

  private static final String[][] SEGMENT_TEXTS = {
    {"餐饮服务", "Catering"}, {"食品销售", "Sales"}, {"食品生产", "Production"}
  };

  private static final String[][][] FORMATS = {
    {
      {"餐馆", "Restaurant"},
      {"学校食堂", "School canteen"},
      {"单位食堂", "Works canteen"},
      {"小餐饮", "Small eatery"},
      {"中央厨房", "Central kitchen"}
    },
    {{"超市", "Supermarket"}, {"便利店", "Convenience store"}, {"批发商", "Wholesaler"}},
    {{"肉制品厂", "Meat products"}, {"糕点厂", "Bakery"}, {"小作坊", "Small workshop"}}
  };

  private static final String[][] FIRST = {
    {"赣江", "Ganjiang"}, {"滕王阁", "Tengwang"}, {"洪都", "Hongdu"}, {"豫章", "Yuzhang"},
    {"莲花", "Lotus"}, {"牡丹", "Peony"}, {"福满", "Fuman"}, {"老街", "Old Street"},
    {"红谷", "Honggu"}, {"青山", "Qingshan"}, {"鄱阳", "Poyang"}, {"梅岭", "Meiling"}
  };

  private static final String[][] SECOND = {
    {"味道", "Flavours"}, {"人家", "House"}, {"食品", "Foods"}, {"小厨", "Kitchen"},
    {"鲜生", "Fresh"}, {"记", "& Sons"}, {"百味", "Tastes"}, {"园", "Garden"}
  };

  private final int language;

  SampleTexts(boolean zh) {
    this.language = zh ? 0 : 1;
  }

  String of(String chinese, String english) {
    return language == 0 ? chinese : english;
  }

  String segment(int index) {
    return SEGMENT_TEXTS[index][language];
  }

  String format(int segment, int choice) {
    return FORMATS[segment][choice % FORMATS[segment].length][language];
  }

  String name(int segment, int format, int choice, int number) {
    String first = FIRST[choice % FIRST.length][language];
    String second = SECOND[choice / FIRST.length % SECOND.length][language];
    String kind = format(segment, format);
    return language == 0
        ? "%s%s%s（%d号）".formatted(first, second, kind, number)
        : "%s %s %s no. %d".formatted(first, second, kind, number);
  }
}
