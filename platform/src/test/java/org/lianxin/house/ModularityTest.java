package org.lianxin.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

@Tag("fast")
class ModularityTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(Lianxin.class);

    @Test
    void everyModuleKeepsToItsAllowedDependencies() {
        MODULES.verify();
    }

    @Test
    void everyModuleWritesItsAllowedDependenciesOut() {
        assertThat(MODULES.stream()
                        .filter(ModularityTest::isOpenToAll)
                        .map(m -> m.getIdentifier().toString()))
                .as("add @ApplicationModule(allowedDependencies = {...}) to the package-info of these modules")
                .isEmpty();
    }

    @Test
    void theDiagramsOfTheModulesAreWritten() {
        new Documenter(MODULES).writeModulesAsPlantUml();
    }

    private static boolean isOpenToAll(ApplicationModule module) {
        var annotation = module.getBasePackage().getAnnotation(org.springframework.modulith.ApplicationModule.class);
        return annotation.isEmpty()
                || java.util.Arrays.equals(
                        annotation.get().allowedDependencies(),
                        new String[] {org.springframework.modulith.ApplicationModule.OPEN_TOKEN});
    }
}
