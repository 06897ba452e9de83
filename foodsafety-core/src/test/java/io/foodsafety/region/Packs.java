package io.foodsafety.region;

import io.foodsafety.spi.region.RegionPack;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A pack in memory, for tests. */
final class Packs implements RegionPack {

  static final String POLICY =
      """
      {
        "policy": "size",
        "version": "1",
        "zone": "Asia/Shanghai",
        "effectiveFrom": "2020-01-01",
        "scale": {"id": "risk", "better": "lower", "grades": ["A", "B"]},
        "declares": {"subject": [{"name": "area", "type": "decimal"}, {"name": "goods", "type": "codes"}]},
        "tables": {
          "area": {"from": "static", "where": {"item": "area"}, "value": "points"},
          "goods": {"from": "goods", "value": "points"}
        },
        "static": [
          {"item": "area", "value": {"subject": "area"},
           "points": {"table": {"name": "area", "of": {"ref": "value"}}}, "basis": "test"},
          {"item": "goods", "value": {"subject": "goods"},
           "points": {"table": {"name": "goods", "of": {"ref": "value"}}}, "basis": "test"}
        ],
        "bands": [{"grade": "A", "from": 0, "to": 10}, {"grade": "B", "above": 10, "to": 100}]
      }
      """;

  static final String STATIC =
      """
      item,above,to,points
      area,,200,1
      area,200,,4
      """;

  static final String GOODS =
      """
      code,name,points
      milk,Milk,8
      tea,Tea,2
      """;

  private final String id;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private Packs(String id) {
    this.id = id;
  }

  /** A pack with a manifest that names files as given, in JSON. */
  static Packs pack(String id, String parent, String files) {
    return pack(id, parent, files, "");
  }

  static Packs pack(String id, String parent, String files, String more) {
    String manifest =
        """
        {
          "pack": "%s", "format": 1, "version": "1",%s
          "title": {"zh": "测试", "en": "Test"}, "zone": "Asia/Shanghai",%s
          "files": [%s]
        }
        """
            .formatted(id, parent.isEmpty() ? "" : " \"parent\": \"" + parent + "\",", more, files);
    return new Packs(id).with(MANIFEST, manifest);
  }

  /** A pack with a policy that reads two tables. */
  static Packs base() {
    return pack(
            "base",
            "",
            """
            "policy.json",
            {"file": "static.csv", "table": "static", "key": ["item", "above"]},
            {"file": "goods.csv", "table": "goods", "key": ["code"]}
            """)
        .with("policy.json", POLICY)
        .with("static.csv", STATIC)
        .with("goods.csv", GOODS);
  }

  Packs with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Packs with(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public InputStream open(String name) throws NoSuchFileException {
    byte[] content = files.get(name);
    if (content == null) {
      throw new NoSuchFileException(name);
    }
    return new ByteArrayInputStream(content);
  }

  @Override
  public String location() {
    return id;
  }
}
