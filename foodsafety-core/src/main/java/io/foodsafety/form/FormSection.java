package io.foodsafety.form;

import io.foodsafety.text.LocalText;
import java.util.List;

/**
 * A part of a form.
 *
 * @param number its number
 * @param title its title
 * @param items the items in it, in order
 * @param fields the values to be filled in, in order
 */
public record FormSection(
    String number, LocalText title, List<FormItem> items, List<FormField> fields) {

  /** Copies the lists. */
  public FormSection {
    items = List.copyOf(items);
    fields = List.copyOf(fields);
  }
}
