package io.foodsafety.benchmarks.rules;

/**
 * What is registered of a business, an object as an application would have it. Codes are places in
 * {@link Vocabulary}, sets of them are bits, days are counted from 1970-01-01, what is not known is
 * less than 0. The names are those of the policy, without {@code items}.
 */
public record Registration(
    int segment,
    int format,
    int licenceIssuedOn,
    int openedOn,
    int staff,
    int consumers,
    int categories,
    int scale,
    int area,
    int suppliers,
    int ambientPackaged,
    int chilledPackaged,
    int frozenPackaged,
    int ambientBulk,
    int chilledBulk,
    int diners,
    int seats,
    int coldDishes) {

  static Registration of(Population population, int business) {
    return new Registration(
        value(population, business, "$segment"),
        value(population, business, "$format"),
        value(population, business, "$licenceIssuedOn"),
        value(population, business, "openedOn"),
        value(population, business, "staff"),
        value(population, business, "consumers"),
        value(population, business, "foodCategories"),
        value(population, business, "scale"),
        value(population, business, "areaM2"),
        value(population, business, "suppliers"),
        value(population, business, "itemsAmbientPackaged"),
        value(population, business, "itemsChilledPackaged"),
        value(population, business, "itemsFrozenPackaged"),
        value(population, business, "itemsAmbientBulk"),
        value(population, business, "itemsChilledBulk"),
        value(population, business, "diners"),
        value(population, business, "seats"),
        value(population, business, "itemsColdDishes"));
  }

  private static int value(Population population, int business, String attribute) {
    return Math.max(-1, population.attribute(attribute).at(business));
  }

  /** {@return whether it feeds infants, the elderly or patients} */
  public boolean isVulnerable() {
    return Points.consumers(consumers) > 0;
  }

  /** {@return the day from which serious penalties count} */
  public int getSeriousFrom() {
    return licenceIssuedOn < 0 ? Windows.YEARS_3 : licenceIssuedOn;
  }
}
