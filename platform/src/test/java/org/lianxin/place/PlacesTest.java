package org.lianxin.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

    private final Places places = Places.load();

    @ParameterizedTest
    @CsvSource({
        "内蒙古通辽霍林郭勒市珠斯花街道某小区3号楼, 150581001",
        "内蒙古自治区通辽市霍林郭勒市珠斯花街道, 150581001",
        "哲里木盟, 150500",
        "宣武区椿树街道, 110102015",
        "北京市市辖区东城区东华门街道, 110101001",
        "重庆市县城口县葛城街道, 500229001",
        "广东东莞市东城街道, 441900003",
        "户籍地：山东省济南市历下区千佛山街道佛山苑社区居委会１２号, 370102002002",
        "莫𡐓村, 420602006207",
        "台湾省台北市大安区, 710101",
        "内猛古通聊火林郭勒珠丝花街道, 150581001",
        "江苏省台州市海陵区, 321202",
        "内蒙古通辽霍林郭市珠斯花街道, 150581001",
        "nmgtl, 150500",
        "通辽hlgl, 150581",
        "四川省重庆市万县, 500101",
        "张三家住内蒙古通辽市开鲁县, 150523",
        "内蒙古通辽市科尔沁区明仁街道新华小区3号楼, 150502004",
        "科左中旗, 150521",
        "1995年哲里木盟科左中旗, 150521",
        "广东省湛江地区高州县, 440981",
        "河南省洛阳地区临汝县, 410482",
    })
    void findsTheOneDivisionThatATextNames(String text, String code) {
        Resolution resolution = places.resolve(text);
        assertThat(resolution.ambiguous()).isFalse();
        assertThat(resolution.findOnly()).map(Candidate::code).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"山西省鲁区, 140603", "内蒙古开县, 150523", "甘肃省庙镇, 621222112", "临区, 150802"})
    void listsThoseWhoseNameOfTwoMayHaveLostACharacter(String text, String code) {
        assertThat(places.resolve(text).candidates())
                .extracting(Candidate::code)
                .contains(code);
    }

    @Test
    void countsAllVillagesOfOneNameAndListsAHundred() {
        Resolution resolution = places.resolve("和平村委会");
        assertThat(resolution.total()).isEqualTo(274);
        assertThat(resolution.ambiguous()).isTrue();
        assertThat(resolution.candidates())
                .hasSize(Resolution.LIMIT)
                .allSatisfy(candidate -> assertThat(candidate.name()).endsWith("和平村委会"));
    }

    @Test
    void saysWhyADivisionFits() {
        assertThat(why("哲里木盟")).isEqualTo("旧名：1999 年前哲里木盟");
        assertThat(why("通辽市霍林郭勒市珠丝花街道")).isEqualTo("同音：珠丝花→珠斯花");
        assertThat(why("通辽市霍林郭市")).isEqualTo("漏字：霍林郭→霍林郭勒");
        assertThat(why("内蒙古自治区通辽市")).isEqualTo("全名一致");
    }

    @Test
    void isAmbiguousWithTheProvinceAloneAndNotWithTheFullPath() {
        assertThat(places.resolve("内蒙古和平村").ambiguous()).isTrue();
        Division village =
                places.get(places.resolve("内蒙古和平村").candidates().getFirst().code());
        assertThat(places.resolve(village.fullName()).ambiguous()).isFalse();
    }

    @Test
    void takesOldAndNewCodesAsTexts() {
        assertThat(places.resolve("150581").findOnly()).map(Candidate::code).contains("150581");
        assertThat(places.resolve("152302").findOnly()).map(Candidate::code).contains("150581");
        assertThat(places.resolve("420602006207").findOnly())
                .map(Candidate::code)
                .contains("420602006207");
    }

    private String why(String text) {
        return places.resolve(text).candidates().getFirst().why();
    }

    @Test
    void knowsParentsChildrenAndThePast() {
        assertThat(places.get("150581001").parentCode()).isEqualTo("150581");
        assertThat(places.listChildren("150500")).extracting(Division::code).contains("150581", "150502");
        assertThat(places.listAncestors("110101001")).extracting(Division::name).containsExactly("北京市", "东城区");
        assertThat(places.listPast("150500")).extracting(PastDivision::name).contains("哲里木盟");
        assertThat(places.isAtOrBelow("150581001", "150500")).isTrue();
        assertThat(places.isAtOrBelow("150581001", "110000")).isFalse();
        assertThat(places.find("999999")).isEmpty();
    }
}
