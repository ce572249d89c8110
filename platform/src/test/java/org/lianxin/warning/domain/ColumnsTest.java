package org.lianxin.warning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianxin.warning.domain.Columns.Reading;

@Tag("fast")
class ColumnsTest {

    private static final List<String> USUAL =
            List.of("预警编号", "预警时间", "姓名", "证件号码", "手机号码", "诈骗类型", "风险等级", "涉案金额", "居住地", "数据来源", "预警描述");

    @Test
    void wa01_recognisesTheUsualHeadersInAnyOrder() {
        for (int seed = 0; seed < 50; seed++) {
            List<String> shuffled = new ArrayList<>(USUAL);
            Collections.shuffle(shuffled, new Random(seed));

            Columns columns = ((Reading.Recognised) Columns.read(shuffled)).columns();

            assertThat(columns.all()).allMatch(column -> column.field() != null);
            assertThat(columns.all().stream().map(Columns.Column::field).collect(Collectors.toSet()))
                    .hasSize(11);
        }
    }

    @Test
    void wa01_namesTheTwoColumnsOfADuplicateHeader() {
        assertThat(Columns.read(List.of("姓名", "预警时间", "风险等级", "姓 名")))
                .isEqualTo(new Reading.Duplicate("姓 名", "A", "D"));
    }

    @Test
    void wa01_saysWhichColumnsAreMissing() {
        assertThat(Columns.read(List.of("手机号码", "姓名")))
                .isEqualTo(new Reading.Lacking(List.of(Field.OCCURRED_AT, Field.LEVEL)));
    }

    @Test
    void wa01_takesTheMoreTellingOfTwoPhoneColumnsAndKeepsTheOther() {
        Columns columns = ((Reading.Recognised) Columns.read(List.of("联系方式", "姓名", "预警时间", "等级", "手机号码"))).columns();

        assertThat(columns.all().get(4).field()).isEqualTo(Field.PHONE);
        assertThat(columns.all().get(0).field()).isNull();
        assertThat(columns.all().get(0).stopped()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "民族",
                "民 族",
                "民族（必填）",
                "宗教信仰",
                "政治面貌",
                "是否党员",
                "Ethnicity",
                "religion",
                "religiousBelief",
                "political_status",
                "RACE",
                "籍贯",
                "是否信访",
                "宗教",
                "信仰",
                "教派",
                "是否信教",
                "族别",
                "少数族裔",
                "种族",
                "政治身份",
                "政治背景",
                "政治倾向",
                "党派",
                "党籍",
                "上访次数",
                "minzu",
                "zongjiao",
                "zhengzhimianmao",
                "isPartyMember",
                "faith",
                "creed",
                "petition",
                "party",
                "nationality",
                "origin"
            })
    void wa02_stopsColumnsNobodyMayKeep(String header) {
        assertThat(StopList.covers(header)).as(header).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"网格员电话", "traceId", "涉案账户", "备注", "competition", "银行", "所属网格"})
    void wa02_keepsEveryOtherColumn(String header) {
        assertThat(StopList.covers(header)).as(header).isFalse();
    }

    @Test
    void lettersRunOnAfterZ() {
        assertThat(Columns.letter(0)).isEqualTo("A");
        assertThat(Columns.letter(25)).isEqualTo("Z");
        assertThat(Columns.letter(26)).isEqualTo("AA");
        assertThat(Columns.letter(701)).isEqualTo("ZZ");
    }
}
