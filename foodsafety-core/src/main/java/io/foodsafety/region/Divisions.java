package io.foodsafety.region;

import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.subject.Division;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The administrative divisions of a region. An abolished division stays, so that old records keep
 * their meaning. Immutable.
 */
public final class Divisions {

  private final Map<DivisionCode, Entry> byCode;

  private Divisions(Map<DivisionCode, Entry> byCode) {
    this.byCode = byCode;
  }

  /**
   * A division and where it stands.
   *
   * @param division its code, its name and its time
   * @param nameEn its name in English or pinyin
   * @param parent the division it belongs to, if that is in the region
   * @param lat the latitude of its seat in degrees, WGS-84, if known
   * @param lon the longitude of its seat in degrees, WGS-84, if known
   * @param population its residents, if known
   * @param origin where the row comes from
   */
  public record Entry(
      Division division,
      String nameEn,
      Optional<DivisionCode> parent,
      Optional<Double> lat,
      Optional<Double> lon,
      Optional<Long> population,
      Origin origin) {

    /** Checks that the parts are there. */
    public Entry {
      Objects.requireNonNull(division, "division");
      Objects.requireNonNull(nameEn, "nameEn");
      Objects.requireNonNull(origin, "origin");
    }

    /** {@return the code of the division} */
    public DivisionCode code() {
      return division.code();
    }
  }

  /**
   * Divisions in an order.
   *
   * @param entries the divisions; of several with one code the last counts
   * @return the divisions
   */
  public static Divisions of(List<Entry> entries) {
    Map<DivisionCode, Entry> byCode = new LinkedHashMap<>();
    entries.forEach(entry -> byCode.put(entry.code(), entry));
    return new Divisions(byCode);
  }

  /** {@return all divisions, in the order of the packs} */
  public List<Entry> all() {
    return List.copyOf(byCode.values());
  }

  /**
   * A division by its code.
   *
   * @param code the code
   * @return the division, or nothing
   */
  public Optional<Entry> find(DivisionCode code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * The divisions that belong to another and exist on a day.
   *
   * @param parent the division they belong to
   * @param date the day
   * @return the divisions, in the order of the packs
   */
  public List<Entry> childrenOf(DivisionCode parent, LocalDate date) {
    List<Entry> children = new ArrayList<>();
    for (Entry entry : byCode.values()) {
      if (entry.parent().filter(parent::equals).isPresent() && entry.division().existsOn(date)) {
        children.add(entry);
      }
    }
    return children;
  }
}
