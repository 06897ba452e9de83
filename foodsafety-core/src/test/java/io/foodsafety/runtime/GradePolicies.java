package io.foodsafety.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Policies whose grades are easily told: A without inspections that count, B with one, else C. */
final class GradePolicies {

  static final String ID = "visits";

  private GradePolicies() {}

  /** One in UTC that counts inspections of the last thirty days. */
  static Path thirtyDays(Path folder) {
    return write(
        folder, "thirty-days", "'version':'1','zone':'UTC'," + counting("'rolling':'P30D'"));
  }

  /** Members that count the inspections of a window, with the grades. */
  static String counting(String window) {
    return "'dynamic':[{'item':'n','basis':'-','value':{'count':{'kind':'inspection','window':{"
        + window
        + "}}}}],'bands':[{'grade':'A','to':0},{'grade':'B','above':0,'to':1},{'grade':'C','above':1}]";
  }

  /** A file with a policy of further members, written with single quotes. */
  static Path write(Path folder, String name, String members) {
    return write(folder, name, "risk", members);
  }

  /** The same with grades of a scale. */
  static Path write(Path folder, String name, String scale, String members) {
    String json =
        "{'policy':'%s','scale':{'id':'%s','better':'lower','grades':['A','B','C']},%s}"
            .formatted(ID, scale, members);
    try {
      return Files.writeString(folder.resolve(name + ".json"), json.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
