package org.lianxin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
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
    void everyModuleWritesItsAllowedDependenciesOut() throws IOException {
        List<Path> modules;
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/org/lianxin"))) {
            modules = folders.filter(Files::isDirectory).toList();
        }
        assertThat(modules)
                .hasSizeGreaterThan(8)
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .as("add @ApplicationModule(allowedDependencies = {...})")
                        .content()
                        .contains("allowedDependencies = "));
    }

    @Test
    void theDiagramsOfTheModulesAreWritten() {
        new Documenter(MODULES).writeModulesAsPlantUml();
    }
}
