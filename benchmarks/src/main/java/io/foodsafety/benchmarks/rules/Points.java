package io.foodsafety.benchmarks.rules;

/**
 * The tables of the policy by hand, in thousandths of a point; codes are places in {@link
 * Vocabulary}.
 */
public final class Points {

  /** Of the only line that may be missing. */
  public static final int MISSING = Integer.MIN_VALUE;

  static final int CAP_STATIC = 28_000;
  static final int CAP_SAMPLE = 8_000;
  static final int CAP_COMPLAINT = 6_000;
  static final int CAP_PENALTY = 12_000;
  static final int CAP_DYNAMIC = 35_000;

  private static final int[] CATEGORY = {13_500, 18_000, 25_500, 28_000, 22_500, 19_500, 17_000};
  private static final int[] CATEGORIES = highestOfSets(CATEGORY);
  private static final int[] SCALE = {1_000, 2_000, 3_500, 5_000};
  static final int[] SAMPLE_LEVEL = {2_500, 2_000, 1_500, 1_000};
  static final int[] HAZARD = {3_000, 2_400, 2_600, 1_600, 2_800, 2_200, 600, 300};
  static final int[] COMPLAINT = {800, 1_200, 2_000, 1_000, 400, 100};
  static final int[] OPINION = {500, 1_500, 3_000};
  static final int[] PENALTY = {1_000, 1_500, 3_000, 4_000, 8_000, 15_000};
  static final int[] ACCIDENT = {20_000, 15_000, 10_000, 6_000};

  private static final int[] FAILED_ITEMS =
      dense(new int[] {0, 2, 5, 10, 20}, 0, 1_000, 2_500, 5_000, 8_000, 12_000);
  private static final int[] LOWEST_SCORE =
      dense(new int[] {59, 69, 79, 89}, 6_000, 4_000, 2_500, 1_000, 0);
  private static final int[] REPEATED = dense(new int[] {1, 2, 3}, 0, 1_500, 3_000, 5_000);
  private static final int[] UPHELD = dense(new int[] {0, 1, 3, 6}, 0, 500, 1_500, 3_000, 5_000);
  private static final int[] LAST_YEAR = dense(new int[] {2, 5, 10}, 0, 500, 1_500, 3_000);
  private static final byte[] DECAY = decay();

  private Points() {}

  /** For each set of words the row with the most points. */
  private static int[] highestOfSets(int[] ofWords) {
    int[] highest = new int[1 << ofWords.length];
    for (int set = 1; set < highest.length; set++) {
      int last = 31 - Integer.numberOfLeadingZeros(set);
      highest[set] = Math.max(ofWords[last], highest[set ^ (1 << last)]);
    }
    return highest;
  }

  /** A row for each number up to the last bound, and one for all above. */
  private static int[] dense(int[] bounds, int... points) {
    int[] rows = new int[bounds[bounds.length - 1] + 2];
    for (int number = 0; number < rows.length; number++) {
      int range = 0;
      while (range < bounds.length && number > bounds[range]) {
        range++;
      }
      rows[number] = points[range];
    }
    return rows;
  }

  private static byte[] decay() {
    byte[] tenths = new byte[1_097];
    for (int age = 0; age < tenths.length; age++) {
      tenths[age] =
          (byte) (age <= 180 ? 10 : age <= 365 ? 8 : age <= 730 ? 5 : age <= 1_095 ? 2 : 0);
    }
    return tenths;
  }

  /** What is left of points after so many days; all points are tenths of a point. */
  static int decayed(int points, int age) {
    return points * DECAY[Math.min(age, DECAY.length - 1)] / 10;
  }

  private static int dense(int[] rows, int number) {
    return rows[Math.min(number, rows.length - 1)];
  }

  /** Points that count if a number is above a bound; without a branch. */
  private static int above(int bound, int number, int points) {
    return ((bound - number) >> 31) & points;
  }

  /** In tenths of a square metre. */
  static int area(int area) {
    return 1_000
        + above(2_000, area, 1_000)
        + above(10_000, area, 500)
        + above(20_000, area, 500)
        + above(30_000, area, 1_000);
  }

  static int categories(int set) {
    return CATEGORIES[set];
  }

  static int scale(int scale) {
    return scale < 0 ? MISSING : SCALE[scale];
  }

  /** Less than 0: not known. */
  static int staff(int staff) {
    int known = 500 + above(5, staff, 500) + above(20, staff, 500) + above(100, staff, 1_000);
    return staff < 0 ? 1_000 : known;
  }

  static int suppliers(int suppliers) {
    return above(0, suppliers, 2_000)
        + above(50, suppliers, 1_000)
        + above(100, suppliers, 1_000)
        + above(200, suppliers, 1_000)
        + above(300, suppliers, 1_000);
  }

  static int ambientPackaged(int items) {
    return above(0, items, 500)
        + above(500, items, 500)
        + above(2_000, items, 200)
        + above(5_000, items, 300)
        + above(10_000, items, 500);
  }

  static int chilledPackaged(int items) {
    return above(0, items, 1_000)
        + above(100, items, 2_000)
        + above(300, items, 1_000)
        + above(600, items, 1_000)
        + above(1_000, items, 2_000);
  }

  static int frozenPackaged(int items) {
    return above(0, items, 1_000)
        + above(100, items, 500)
        + above(300, items, 500)
        + above(600, items, 500)
        + above(1_000, items, 500);
  }

  static int ambientBulk(int items) {
    return above(0, items, 1_000)
        + above(100, items, 500)
        + above(300, items, 500)
        + above(600, items, 1_000)
        + above(1_000, items, 2_000);
  }

  static int chilledBulk(int items) {
    return above(0, items, 6_000)
        + above(30, items, 500)
        + above(50, items, 500)
        + above(100, items, 1_000)
        + above(150, items, 1_000);
  }

  static int diners(int diners) {
    return 2_000 + above(50, diners, 2_000) + above(300, diners, 3_000) + above(500, diners, 3_000);
  }

  static int seats(int seats) {
    return 1_000
        + above(20, seats, 1_500)
        + above(75, seats, 2_000)
        + above(150, seats, 1_500)
        + above(500, seats, 2_000);
  }

  static int coldDishes(int dishes) {
    return above(0, dishes, 2_000)
        + above(3, dishes, 2_000)
        + above(10, dishes, 2_000)
        + above(20, dishes, 2_000);
  }

  /** A set of groups, less than 0 if it is not known: infants, elderly, patients. */
  static int consumers(int set) {
    return set >= 0 && (set & 7) != 0 ? 2_500 : 0;
  }

  /** The day of opening, less than 0 if it is not known. */
  static int yearsOpen(int openedOn) {
    int days = BenchmarkPolicy.TODAY - openedOn;
    int known = 3_000 - above(365, days, 1_500) - above(1_826, days, 1_000);
    return openedOn < 0 ? 1_500 : known;
  }

  /** Less than 0: no inspection. */
  static int failedItems(int failed) {
    return failed < 0 ? 4_000 : dense(FAILED_ITEMS, failed);
  }

  /** The day of the last inspection; less than 0: none. */
  static int inspectionAge(int lastOn) {
    int days = BenchmarkPolicy.TODAY - lastOn;
    int known = above(180, days, 500) + above(365, days, 1_500) + above(730, days, 1_500);
    return lastOn < 0 ? 5_000 : known;
  }

  /** More than 100: no score. */
  static int lowestScore(int score) {
    return dense(LOWEST_SCORE, score);
  }

  static int repeated(int most) {
    return dense(REPEATED, most);
  }

  static int rapidTests(int failed) {
    return above(0, failed, 500) + above(2, failed, 1_000);
  }

  static int upheld(int complaints) {
    return dense(UPHELD, complaints);
  }

  static int complaintsLastYear(int complaints) {
    return dense(LAST_YEAR, complaints);
  }

  /** In hundredths of a yuan. */
  static int fines(long sum) {
    if (sum <= 500_000) {
      return sum == 0 ? 0 : 500;
    }
    return sum <= 5_000_000 ? 2_000 : sum <= 20_000_000 ? 4_000 : 6_000;
  }

  static int selfChecks(int done) {
    return 2_000 - above(0, done, 1_000) - above(2, done, 1_000);
  }

  /** In tenths of an hour. */
  static int training(int hours) {
    return 2_000 - above(49, hours, 1_000) - above(199, hours, 500) - above(399, hours, 500);
  }
}
