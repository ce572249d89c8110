package org.lianxin.reliability;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the killed service is started from, made once for all suites of a JVM: jars and the JDK's start cache. */
final class Programs {

    private static @Nullable Programs shared;

    private final Path folder;
    private final String classPath;

    private Programs(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    static synchronized Programs shared() throws IOException {
        Programs programs = shared;
        if (programs == null) {
            Path folder = Files.createTempDirectory("lianxin-programs-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            programs = new Programs(folder, jarredClassPath(folder));
            shared = programs;
        }
        return programs;
    }

    String classPath() {
        return classPath;
    }

    /** Is there after the first start that was told to write it. */
    Path startCache() {
        return folder.resolve("start.aot");
    }

    /** The class path with folders packed into jars, which is what the JDK's start cache can work with. */
    private static String jarredClassPath(Path target) throws IOException {
        List<String> parts = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (Files.isDirectory(Path.of(part))) {
                Path jar = target.resolve(parts.size() + ".jar");
                pack(Path.of(part), jar);
                parts.add(jar.toString());
            } else {
                parts.add(part);
            }
        }
        return String.join(File.pathSeparator, parts);
    }

    private static void pack(Path folder, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> all = Files.walk(folder)) {
            out.setLevel(1);
            for (Path each : all.filter(path -> !path.equals(folder)).toList()) {
                String name = folder.relativize(each).toString();
                if (name.equals("META-INF/spring.factories") && folder.endsWith("test-classes")) {
                    continue;
                }
                out.putNextEntry(new JarEntry(Files.isDirectory(each) ? name + "/" : name));
                if (Files.isRegularFile(each)) {
                    Files.copy(each, out);
                }
                out.closeEntry();
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
