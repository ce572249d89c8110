package org.lianxin.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The hard caps of the style: watch the tails. */
@Tag("fast")
class SizesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int MAIN_FILE = 400;
    private static final int TEST_FILE = 500;
    private static final int METHOD_BODY = 40;
    private static final int PARAMETERS = 6;
    private static final int WEB_FILE = 350;

    @Test
    void noFileIsLongerThanItsCap() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : files(".java", ".ts", ".tsx")) {
            int lines = Files.readAllLines(file).size();
            if (lines > cap(file)) {
                tooLong.add(ROOT.relativize(file) + ": " + lines + " lines, at most " + cap(file));
            }
        }
        assertThat(tooLong).as("split by what changes together").isEmpty();
    }

    @Test
    void noMethodIsLongerOrTakesMoreThanItsCap() throws IOException {
        List<Path> sources =
                files(".java").stream().filter(file -> !isTest(file)).toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var manager = compiler.getStandardFileManager(null, null, null);
        JavacTask task = (JavacTask)
                compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
        MethodSizes sizes = new MethodSizes(Trees.instance(task).getSourcePositions());
        for (CompilationUnitTree unit : task.parse()) {
            sizes.unit(unit);
        }
        assertThat(sizes.methods).as("methods seen").isGreaterThan(100);
        assertThat(sizes.tooBig)
                .as("give the steps names of their own; group parameters in a record")
                .isEmpty();
    }

    private static List<Path> files(String... suffixes) throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(file -> Stream.of(suffixes).anyMatch(file.toString()::endsWith))
                    .filter(file -> !file.toString().matches(".*/(target|node_modules|dist|generated|data)/.*"))
                    .toList();
        }
    }

    private static int cap(Path file) {
        if (!file.toString().endsWith(".java")) {
            return WEB_FILE;
        }
        return isTest(file) ? TEST_FILE : MAIN_FILE;
    }

    private static boolean isTest(Path file) {
        return file.toString().contains("/src/test/");
    }

    private static final class MethodSizes extends TreeScanner<Void, Void> {
        private final SourcePositions positions;
        private final List<String> tooBig = new ArrayList<>();
        private int methods;
        private @Nullable CompilationUnitTree unit;
        private boolean inRecord;

        MethodSizes(SourcePositions positions) {
            this.positions = positions;
        }

        void unit(CompilationUnitTree next) {
            unit = next;
            scan(next, null);
        }

        private CompilationUnitTree current() {
            return Objects.requireNonNull(unit);
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            boolean outer = inRecord;
            inRecord = type.getKind() == Tree.Kind.RECORD;
            super.visitClass(type, null);
            inRecord = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            methods++;
            if (method.getBody() != null) {
                long lines = line(positions.getEndPosition(current(), method.getBody()))
                        - line(positions.getStartPosition(current(), method.getBody()))
                        - 1;
                if (lines > METHOD_BODY) {
                    tooBig.add(name(method) + ": " + lines + " lines, at most " + METHOD_BODY);
                }
            }
            boolean recordConstructor = inRecord && method.getReturnType() == null;
            if (method.getParameters().size() > PARAMETERS && !recordConstructor && !isBean(method)) {
                tooBig.add(name(method) + ": " + method.getParameters().size() + " parameters, at most " + PARAMETERS);
            }
            return super.visitMethod(method, null);
        }

        private static boolean isBean(MethodTree method) {
            return method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Bean"));
        }

        private String name(MethodTree method) {
            return ROOT.relativize(Path.of(current().getSourceFile().toUri())) + " " + method.getName();
        }

        private long line(long position) {
            return current().getLineMap().getLineNumber(position);
        }
    }
}
