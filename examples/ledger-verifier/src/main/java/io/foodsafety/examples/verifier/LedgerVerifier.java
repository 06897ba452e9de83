package io.foodsafety.examples.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks proofs of a ledger without the library that made them: {@code java LedgerVerifier.java
 * PROOF ROOTS [DOCUMENT]}. PROOF holds a proof in each line, ROOTS the roots that were kept, in the
 * same JSON, and DOCUMENT the bytes that a proved entry is about. The tree is that of RFC 9162 §
 * 2.1.
 */
public final class LedgerVerifier {

  private static final Pattern FIELD =
      Pattern.compile("\"(\\w+)\":(\"(?:[^\"\\\\]++|\\\\.)*+\"|\\[[^\\]]*+\\]|[^,}]*+)[,}]");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u(....)|.)");

  private LedgerVerifier() {}

  /** Exit code 0 if every proof holds, 1 if one does not. */
  public static void main(String[] files) throws IOException, GeneralSecurityException {
    ServiceLoader.load(Provider.class).forEach(Security::addProvider); // for SM3
    System.exit(run(files, System.out) ? 0 : 1);
  }

  static boolean run(String[] files, PrintStream out) throws IOException, GeneralSecurityException {
    List<String> roots = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(files[1]))) {
      roots.add(name(read(line), "size", "root"));
    }
    List<String> proofs = Files.readAllLines(Path.of(files[0]));
    boolean holds = !proofs.isEmpty();
    for (String line : proofs) {
      String fault;
      try {
        fault = fault(read(line), roots, files);
      } catch (IllegalArgumentException e) {
        fault = "not a proof: " + e.getMessage();
      }
      out.println((fault.isEmpty() ? "holds: " : "DOES NOT HOLD (" + fault + "): ") + line);
      holds &= fault.isEmpty();
    }
    return holds;
  }

  /** Why a proof does not hold; empty if it does. */
  private static String fault(Map<String, String> proof, List<String> roots, String[] files)
      throws IOException, GeneralSecurityException {
    if (!roots.contains(name(proof, "size", "root"))) {
      return "its root was not kept";
    }
    List<byte[]> path = new ArrayList<>();
    for (Matcher hash = HASH.matcher(text(proof, "path")); hash.find(); ) {
      path.add(HexFormat.of().parseHex(hash.group()));
    }
    if (text(proof, "type").equals("ledger-consistency")) {
      boolean kept = roots.contains(name(proof, "firstSize", "firstRoot"));
      return kept && consistent(proof, path) ? "" : "not the beginning of the later tree";
    }
    if (!included(proof, path)) {
      return "the path does not lead to the root";
    }
    if (files.length > 2) {
      byte[] hash = digest(proof).digest(Files.readAllBytes(Path.of(files[2])));
      return hex(hash).equals(text(read(text(proof, "entry")), "hash")) ? "" : "another document";
    }
    return "";
  }

  /** RFC 9162 § 2.1.3.2. */
  private static boolean included(Map<String, String> proof, List<byte[]> path)
      throws GeneralSecurityException {
    byte[] entry = text(proof, "entry").getBytes(StandardCharsets.UTF_8);
    ByteBuffer leaf = ByteBuffer.allocate(9 + entry.length).put((byte) 0);
    byte[] hash = digest(proof).digest(leaf.putLong(number(proof, "position")).put(entry).array());
    long node = number(proof, "index");
    long last = number(proof, "size") - 1;
    boolean fits = node >= 0 && node <= last;
    for (byte[] other : path) {
      fits &= last > 0;
      if ((node & 1) == 1 || node == last) {
        hash = node(proof, other, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = node(proof, hash, other);
      }
      node >>= 1;
      last >>= 1;
    }
    return fits && last == 0 && hex(hash).equals(text(proof, "root"));
  }

  /** RFC 9162 § 2.1.4.2. */
  private static boolean consistent(Map<String, String> proof, List<byte[]> path)
      throws GeneralSecurityException {
    long size = number(proof, "firstSize");
    byte[] start = HexFormat.of().parseHex(text(proof, "firstRoot"));
    if (size == number(proof, "size")) {
      return path.isEmpty() && text(proof, "firstRoot").equals(text(proof, "root"));
    }
    List<byte[]> hashes = new ArrayList<>(path);
    if (Long.bitCount(size) == 1) {
      hashes.add(0, start);
    }
    long node = size - 1;
    long last = number(proof, "size") - 1;
    for (; (node & 1) == 1; node >>= 1) {
      last >>= 1;
    }
    boolean fits = size > 0 && node < last && !hashes.isEmpty();
    byte[] first = fits ? hashes.remove(0) : start;
    byte[] second = first;
    for (byte[] other : hashes) {
      fits &= last > 0;
      if ((node & 1) == 1 || node == last) {
        first = node(proof, other, first);
        second = node(proof, other, second);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        second = node(proof, second, other);
      }
      node >>= 1;
      last >>= 1;
    }
    return fits
        && last == 0
        && Arrays.equals(first, start)
        && hex(second).equals(text(proof, "root"));
  }

  private static byte[] node(Map<String, String> proof, byte[] left, byte[] right)
      throws GeneralSecurityException {
    MessageDigest digest = digest(proof);
    digest.update((byte) 1);
    digest.update(left);
    return digest.digest(right);
  }

  private static MessageDigest digest(Map<String, String> proof) throws GeneralSecurityException {
    return MessageDigest.getInstance(text(proof, "digest"));
  }

  private static String name(Map<String, String> fields, String size, String root) {
    return text(fields, "digest") + " " + text(fields, size) + " " + text(fields, root);
  }

  private static String text(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException("it has no " + name);
    }
    return value;
  }

  private static long number(Map<String, String> fields, String name) {
    return Long.parseLong(text(fields, name));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** The fields of one flat JSON object; texts without their quotes and escapes. */
  private static Map<String, String> read(String json) {
    Map<String, String> fields = new TreeMap<>();
    for (Matcher field = FIELD.matcher(json); field.find(); ) {
      String value = field.group(2);
      boolean text = value.startsWith("\"");
      fields.put(field.group(1), text ? unescaped(value.substring(1, value.length() - 1)) : value);
    }
    return fields;
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    escape.group(2) != null
                        ? String.valueOf((char) Integer.parseInt(escape.group(2), 16))
                        : switch (escape.group(1)) {
                          case "n" -> "\n";
                          case "r" -> "\r";
                          case "t" -> "\t";
                          case "b" -> "\b";
                          case "f" -> "\f";
                          default -> escape.group(1);
                        }));
  }
}
