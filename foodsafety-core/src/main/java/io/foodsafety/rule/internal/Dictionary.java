package io.foodsafety.rule.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for texts and for lists of words: equal ones have the same number. */
final class Dictionary {

  private final Map<String, Integer> textCodes = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final Map<List<String>, Integer> listCodes = new HashMap<>();
  private final List<List<String>> lists = new ArrayList<>();

  int codeOf(String text) {
    Integer known = textCodes.putIfAbsent(text, texts.size());
    if (known != null) {
      return known;
    }
    texts.add(text);
    return texts.size() - 1;
  }

  int codeOf(List<String> words) {
    Integer known = listCodes.putIfAbsent(words, lists.size());
    if (known != null) {
      return known;
    }
    lists.add(words);
    return lists.size() - 1;
  }

  int size() {
    return texts.size() + lists.size();
  }

  void clear() {
    textCodes.clear();
    texts.clear();
    listCodes.clear();
    lists.clear();
  }

  String text(int code) {
    return texts.get(code);
  }

  /** How many lists of words there are. */
  int lists() {
    return lists.size();
  }

  List<String> words(int code) {
    return lists.get(code);
  }
}
