package io.foodsafety.match;

import java.util.Map;
import java.util.Random;

/** Faults of typing: what people do to names and addresses when they write them down again. */
final class TypingNoise {

  /** Characters of one sound, and characters that look alike. */
  private static final Map<Character, Character> CONFUSED =
      Map.ofEntries(
          Map.entry('鑫', '新'),
          Map.entry('香', '乡'),
          Map.entry('福', '富'),
          Map.entry('湘', '香'),
          Map.entry('锦', '绵'),
          Map.entry('旺', '王'),
          Map.entry('盛', '胜'),
          Map.entry('丰', '风'),
          Map.entry('家', '佳'),
          Map.entry('和', '合'),
          Map.entry('宏', '鸿'),
          Map.entry('源', '原'),
          Map.entry('满', '滿'),
          Map.entry('味', '昧'),
          Map.entry('粥', '粤'),
          Map.entry('康', '慷'),
          Map.entry('天', '夫'),
          Map.entry('未', '末'),
          Map.entry('大', '太'),
          Map.entry('明', '鸣'),
          Map.entry('园', '圆'),
          Map.entry('江', '红'),
          Map.entry('东', '冬'),
          Map.entry('龙', '隆'),
          Map.entry('海', '诲'),
          Map.entry('平', '萍'),
          Map.entry('华', '花'),
          Map.entry('阳', '洋'),
          Map.entry('春', '椿'),
          Map.entry('山', '三'));

  private final Random random;

  TypingNoise(Random random) {
    this.random = random;
  }

  String swapped(String text) {
    int at = random.nextInt(Math.max(1, text.length() - 1));
    return text.length() < 2
        ? text
        : text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
  }

  String without(String text) {
    int at = random.nextInt(text.length());
    return text.length() < 3 ? text : text.substring(0, at) + text.substring(at + 1);
  }

  String confused(String text) {
    int from = random.nextInt(text.length());
    for (int i = 0; i < text.length(); i++) {
      int at = (from + i) % text.length();
      Character other = CONFUSED.get(text.charAt(at));
      if (other != null) {
        return text.substring(0, at) + other + text.substring(at + 1);
      }
    }
    return text;
  }

  /** Digits, letters and brackets in full width. */
  static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c > ' ' && c < 0x7F ? c + 0xFEE0 : c)));
    return wide.toString();
  }
}
