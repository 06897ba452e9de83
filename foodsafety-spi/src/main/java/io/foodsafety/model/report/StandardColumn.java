package io.foodsafety.model.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The columns of tables that are made from other blocks, in both languages. */
enum StandardColumn {
  ID("id", "Business id", "主体编号", Column.Type.TEXT),
  NAME("name", "Name", "名称", Column.Type.TEXT),
  CATEGORY("category", "Category", "类别", Column.Type.TEXT),
  CODE("code", "Code", "代码", Column.Type.TEXT),
  DIVISION_CODE("divisionCode", "Division code", "区划代码", Column.Type.TEXT),
  DIVISION("division", "Division", "行政区划", Column.Type.TEXT),
  SEGMENT("segment", "Segment", "环节", Column.Type.TEXT),
  FORMAT("format", "Format", "业态", Column.Type.TEXT),
  GRADE("grade", "Grade", "等级", Column.Type.TEXT),
  SCORE("score", "Score", "得分", Column.Type.NUMBER),
  COLOUR("colour", "Colour class", "颜色等级", Column.Type.TEXT),
  NEXT_GRADE("nextGrade", "Next grade", "下期等级", Column.Type.TEXT),
  NEXT_INSPECTION("nextInspection", "Inspection due", "应检日期", Column.Type.DATE),
  LATITUDE("lat", "Latitude", "纬度", Column.Type.NUMBER),
  LONGITUDE("lon", "Longitude", "经度", Column.Type.NUMBER),
  REMARK("remark", "Remark", "备注", Column.Type.TEXT),
  ITEM("item", "Item", "项目", Column.Type.TEXT),
  TITLE("title", "What is assessed", "评定内容", Column.Type.TEXT),
  STATE("state", "State", "状态", Column.Type.TEXT),
  POINTS("points", "Points", "分值", Column.Type.NUMBER),
  VALUE("value", "Value", "取值", Column.Type.TEXT),
  EFFECT("effect", "Effect", "影响", Column.Type.TEXT),
  EVIDENCE("evidence", "Evidence", "证据", Column.Type.TEXT),
  BASIS("basis", "Basis", "依据", Column.Type.TEXT),
  DATE("date", "Date", "日期", Column.Type.DATE),
  DUE("due", "What is due", "待办事项", Column.Type.TEXT);

  private final String column;
  private final String english;
  private final String chinese;
  private final Column.Type type;

  StandardColumn(String column, String english, String chinese, Column.Type type) {
    this.column = column;
    this.english = english;
    this.chinese = chinese;
    this.type = type;
  }

  Column in(Locale locale) {
    return Column.of(column, locale.getLanguage().equals("zh") ? chinese : english, type);
  }

  static List<Column> in(Locale locale, StandardColumn... columns) {
    return Arrays.stream(columns).map(each -> each.in(locale)).toList();
  }
}
