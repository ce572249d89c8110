package org.lianxin.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

@Tag("fast")
@AnalyzeClasses(packages = "org.lianxin", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule domainKnowsNoFramework = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "java.sql..", "javax.sql..", "tools.jackson..", "com.fasterxml..")
            .because(
                    "rules are read and tested alone; put SQL into store, JSON into web, wiring into the module's root");

    @ArchTest
    static final ArchRule sharedKnowsNoModule = noClasses()
            .that()
            .resideInAPackage("org.lianxin.shared..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.lianxin.audit..",
                    "org.lianxin.order..",
                    "org.lianxin.warning..",
                    "org.lianxin.organisation..",
                    "org.lianxin.runtime..")
            .because("everyone stands on shared; move what needs a module into that module");

    @ArchTest
    static final ArchRule transactionsOpenThroughTheScopedDoor = noClasses()
            .should()
            .beAnnotatedWith(Transactional.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Transactional.class)
            .because("row security needs its context first; use audit.ScopedTransactions instead of @Transactional");

    @ArchTest
    static final ArchRule noSetterOrFieldInjection = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .because("a final field set by the constructor can be tested without Spring");

    @ArchTest
    static final ArchRule noAutowiredMethods = noMethods()
            .should()
            .beAnnotatedWith(Autowired.class)
            .because("a final field set by the constructor can be tested without Spring");

    @ArchTest
    static final ArchRule noObjectRelationalMapping = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..")
            .because("records and JdbcClient keep the SQL visible (decision 0005)");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .that()
            .resideInAPackage("org.lianxin..")
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Dto|DTO)$")
            .because("take the word of the glossary, or what makes it different: JdbcOrders, InMemoryOrders");

    @ArchTest
    static final ArchRule controllersLiveInWeb = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .resideInAnyPackage("..web..")
            .because("a reader looks for endpoints in <module>/web");

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .because("take java.time.Clock in the constructor, and lianxin_now() in SQL for everything due");

    @ArchTest
    static final ArchRule nothingPrintsToTheConsole = noClasses()
            .that()
            .resideOutsideOfPackages("org.lianxin", "org.lianxin.runtime..", "org.lianxin.bench..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("commands get their streams as parameters; everything else logs through SLF4J");
}
