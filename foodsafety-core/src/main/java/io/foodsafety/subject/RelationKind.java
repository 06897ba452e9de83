package io.foodsafety.subject;

import java.util.List;

/**
 * What connects two businesses. The first of the two answers for the second, or lends it its place.
 * Those in the box are the constants; a region adds its own with the table {@code relation-kinds}.
 *
 * @param code 1 to 63 lower-case letters, digits and hyphens, beginning with a letter
 */
public record RelationKind(String code) {

  /** A head office (总部) and its branch (门店). */
  public static final RelationKind HEAD_OFFICE_BRANCH = of("head-office-branch");

  /** A market that hires out stalls (集中交易市场开办者) and a stall (摊位). */
  public static final RelationKind MARKET_STALL = of("market-stall");

  /** A platform of trade by network (网络食品交易第三方平台) and a shop on it (入网经营者). */
  public static final RelationKind PLATFORM_SHOP = of("platform-shop");

  /** A contractor (承包经营企业) and the canteen that it runs (食堂). */
  public static final RelationKind CONTRACTOR_CANTEEN = of("contractor-canteen");

  /** Checks the code. */
  public RelationKind {
    if (!code.matches("[a-z][a-z0-9-]{0,62}")) {
      throw new IllegalArgumentException(
          "The kind of a relation must be 1 to 63 lower-case letters, digits and hyphens,"
              + " beginning with a letter.");
    }
  }

  /**
   * A kind.
   *
   * @param code its code
   * @return the kind
   * @throws IllegalArgumentException if the code is not well-formed
   */
  public static RelationKind of(String code) {
    return new RelationKind(code);
  }

  /** {@return the kinds in the box} */
  public static List<RelationKind> standard() {
    return List.of(HEAD_OFFICE_BRANCH, MARKET_STALL, PLATFORM_SHOP, CONTRACTOR_CANTEEN);
  }

  /** {@return the code} */
  @Override
  public String toString() {
    return code;
  }
}
