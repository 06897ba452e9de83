package io.foodsafety.match;

import io.foodsafety.model.code.CreditCode;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.subject.GeoPoint;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Businesses of an invented city, some registered several times with faults of typing, and beside
 * them such as are easily taken for one: branches of a chain, stalls of a market, several premises
 * of one company, shops of like names in one building. One seed gives one city.
 */
final class GeneratedBusinesses {

  static final List<String> DIVISIONS = List.of("江州省", "江州市", "东湖区", "西山区", "南浦区", "北郊县", "青云镇");

  private static final List<String> COUNTIES = DIVISIONS.subList(2, 6);
  private static final String CHARACTERS =
      "鑫香福湘锦旺盛丰家和宏源满味粥康天大明园江东龙海平华阳春山金玉宝兴隆顺发利达泰安吉祥瑞云水石林竹梅兰菊荷花草木"
          + "老小阿二三王李张刘陈杨黄赵吴周徐孙马朱胡郭何高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭"
          + "陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
  private static final List<String> TRADES =
      List.of("餐饮", "小吃", "饭店", "食品", "超市", "面馆", "快餐", "烧烤", "奶茶", "米粉", "便利", "粮油", "酒楼", "早点");
  private static final List<String> FORMS = List.of("有限公司", "有限责任公司", "店", "店（个体工商户）", "部", "", "");
  private static final List<String> ROADS =
      List.of(
          "中山", "解放", "人民", "青年", "沿江", "洪都", "胜利", "文教", "迎宾", "站前", "学府", "阳明", "八一", "丰和", "红谷");

  private final Random random;
  private final TypingNoise noise;
  private final List<Subject> subjects = new ArrayList<>();
  private final Map<String, Integer> business = new HashMap<>();
  private int businesses;

  private GeneratedBusinesses(long seed) {
    this.random = new Random(seed);
    this.noise = new TypingNoise(random);
  }

  /** About so many records, about one in five of them a duplicate. */
  static GeneratedBusinesses of(int records, long seed) {
    GeneratedBusinesses city = new GeneratedBusinesses(seed);
    while (city.subjects.size() < records) {
      city.addBusiness();
    }
    return city;
  }

  List<Subject> subjects() {
    return subjects;
  }

  /** Whether two records are of one business. */
  boolean isSame(String first, String second) {
    return business.get(first).equals(business.get(second));
  }

  /** How many pairs of records are of one business. */
  long samePairs() {
    Map<Integer, Long> sizes = new HashMap<>();
    business.values().forEach(each -> sizes.merge(each, 1L, Long::sum));
    return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
  }

  /** What is written of a business. */
  private static final class Draft {
    private String division = "";
    private String distinct = "";
    private String trade = "";
    private String form = "";
    private String branch = "";
    private String road = "";
    private String house = "";
    private String code = "";
    private String licence = "";
    private String telephone = "";
    private double lat;
    private double lon;
    private String segment = "catering";
    private boolean hasPrefix = true;

    private Draft copy() {
      Draft copy = new Draft();
      copy.division = division;
      copy.distinct = distinct;
      copy.trade = trade;
      copy.form = form;
      copy.branch = branch;
      copy.road = road;
      copy.house = house;
      copy.code = code;
      copy.licence = licence;
      copy.telephone = telephone;
      copy.lat = lat;
      copy.lon = lon;
      copy.segment = segment;
      copy.hasPrefix = hasPrefix;
      return copy;
    }
  }

  private void addBusiness() {
    Draft draft = draft();
    add(draft);
    switch (random.nextInt(10)) {
      case 0 -> chain(draft);
      case 1 -> market(draft);
      case 2 -> premises(draft);
      case 3 -> neighbour(draft);
      default -> {}
    }
  }

  private void add(Draft draft) {
    int number = businesses++;
    put(draft, number);
    if (random.nextInt(4) == 0) {
      put(again(draft), number);
      if (random.nextInt(6) == 0) {
        put(again(draft), number);
      }
    }
  }

  private Draft draft() {
    Draft draft = new Draft();
    draft.division = pick(COUNTIES);
    int length = 2 + random.nextInt(3);
    for (int i = 0; i < length; i++) {
      draft.distinct += CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
    }
    draft.trade = pick(TRADES);
    draft.form = pick(FORMS);
    draft.hasPrefix = random.nextBoolean();
    draft.segment = draft.trade.equals("超市") || draft.trade.equals("便利") ? "sales" : "catering";
    draft.code = random.nextInt(10) == 0 ? "" : code();
    draft.licence = licence();
    draft.telephone = telephone();
    move(draft);
    return draft;
  }

  private void move(Draft draft) {
    draft.road =
        pick(ROADS) + pick(List.of("东", "西", "南", "北", "")) + pick(List.of("路", "街", "大道"));
    draft.house = (1 + random.nextInt(600)) + "号" + pick(List.of("", "", "1层", "2栋101室", "附3"));
    draft.lat = 28.5 + random.nextDouble() * 0.4;
    draft.lon = 115.7 + random.nextDouble() * 0.4;
  }

  /** Branches: one name, one hot line, other codes, other places, some with a number. */
  private void chain(Draft head) {
    for (int i = 0; i < 3; i++) {
      Draft branch = head.copy();
      branch.code = code();
      branch.licence = licence();
      branch.telephone = random.nextBoolean() ? head.telephone : telephone();
      branch.division = pick(COUNTIES);
      move(branch);
      branch.branch =
          random.nextBoolean() ? "第" + pick(List.of("二", "三", "四", "五")) + "分店" : branch.road;
      add(branch);
    }
  }

  /** Stalls: one address, often the telephone of the market, names by number. */
  private void market(Draft market) {
    for (int i = 0; i < 4; i++) {
      Draft stall = market.copy();
      stall.trade = "农贸市场";
      stall.form = "";
      stall.branch = "A" + (i + 1) + "号摊位";
      stall.house = market.house.replaceAll("号.*", "号") + "A" + (i + 1) + "铺";
      stall.code = code();
      stall.licence = licence();
      stall.segment = "sales";
      stall.telephone = random.nextBoolean() ? market.telephone : telephone();
      add(stall);
    }
  }

  /** Further premises of one company: its name and code, another licence and place. */
  private void premises(Draft company) {
    Draft other = company.copy();
    other.licence = licence();
    move(other);
    add(other);
  }

  /** A shop of another owner and a like name, in the same place or on the same road. */
  private void neighbour(Draft shop) {
    Draft other = shop.copy();
    other.distinct =
        CHARACTERS.charAt(random.nextInt(CHARACTERS.length())) + shop.distinct.substring(1);
    other.code = random.nextInt(3) == 0 ? "" : code();
    other.licence = licence();
    other.telephone = telephone();
    other.house = random.nextBoolean() ? shop.house : (1 + random.nextInt(600)) + "号";
    add(other);
  }

  /** The same business as another hand writes it down. */
  private Draft again(Draft draft) {
    Draft again = draft.copy();
    for (int i = random.nextInt(3); i > 0; i--) {
      switch (random.nextInt(7)) {
        case 0 -> again.distinct = noise.swapped(again.distinct);
        case 1 -> again.distinct = noise.without(again.distinct);
        case 2, 3 -> again.distinct = noise.confused(again.distinct);
        case 4 -> again.form = pick(FORMS);
        case 5 -> again.trade = pick(TRADES);
        default -> again.hasPrefix = !again.hasPrefix;
      }
    }
    again.code = random.nextInt(10) < 6 ? "" : again.code;
    again.licence = pick(List.of(again.licence, again.licence, "", "", licence()));
    again.telephone = pick(List.of(again.telephone, again.telephone, telephone(), ""));
    switch (random.nextInt(10)) {
      case 0 -> move(again);
      case 1 -> again.road = "";
      case 2, 3 -> again.house = again.house.replaceAll("号.*", "号");
      case 4 -> again.road = noise.confused(again.road);
      default -> {}
    }
    again.lat += (random.nextDouble() - 0.5) * 0.001;
    again.lon += (random.nextDouble() - 0.5) * 0.001;
    return again;
  }

  private void put(Draft draft, int number) {
    String name =
        (draft.hasPrefix ? "江州市" + (random.nextBoolean() ? draft.division : "") : "")
            + draft.distinct
            + draft.trade
            + draft.branch
            + draft.form;
    String id = "B" + subjects.size();
    Subject.Builder subject =
        Subject.builder(id, random.nextInt(4) == 0 ? TypingNoise.wide(name) : name)
            .segment(draft.segment)
            .division(DivisionCode.of("36010" + (2 + COUNTIES.indexOf(draft.division))));
    if (!draft.code.isEmpty()) {
      subject.creditCode(CreditCode.of(draft.code));
    }
    if (!draft.licence.isEmpty()) {
      subject.licence(Licence.of(draft.licence));
    }
    if (!draft.telephone.isEmpty()) {
      subject.telephone((random.nextInt(3) == 0 ? "+86 " : "") + draft.telephone);
    }
    if (!draft.road.isEmpty()) {
      String address =
          (random.nextBoolean() ? "江州市" + draft.division : "") + draft.road + draft.house;
      subject.address(random.nextInt(4) == 0 ? TypingNoise.wide(address) : address);
    }
    if (random.nextInt(3) > 0) {
      subject.location(GeoPoint.of(draft.lat, draft.lon));
    }
    subjects.add(subject.build());
    business.put(id, number);
  }

  private String telephone() {
    return "1" + (30 + random.nextInt(60)) + (10_000_000 + random.nextInt(89_999_999));
  }

  private String licence() {
    return "备" + (100_000_000 + random.nextInt(899_999_999));
  }

  private String code() {
    String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    StringBuilder code = new StringBuilder("92360102");
    while (code.length() < 17) {
      code.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += alphabet.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return code.append(alphabet.charAt((31 - sum % 31) % 31)).toString();
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
