package org.lianxin.runtime.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lianxin.runtime.StartRefused;

/**
 * Who PostgreSQL runs as. It refuses to run as root, so root hands it to the account {@code lianxin} if there is one, else
 * to {@code nobody}; where that account cannot reach the data folder, to a user namespace of its own.
 *
 * @param prefix words put before the program
 * @param uid owner of the database files, as seen from here
 */
record ServerAccount(String name, List<String> prefix, int uid, int gid) {

    static int ourUid() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ServerAccount choose(Path dataRoot) {
        int uid = ourUid();
        if (uid != 0) {
            return new ServerAccount("this user", List.of(), uid, -1);
        }
        ServerAccount switched = unprivileged();
        boolean canSwitch = Shell.run(switched.command(List.of("true"))).isGood();
        if (canSwitch && isReachable(dataRoot)) {
            return switched;
        }
        ServerAccount namespaced = new ServerAccount("a user namespace", List.of("unshare", "-U", "--"), 0, 0);
        if (Shell.run(namespaced.command(List.of("true"))).isGood()) {
            return namespaced;
        }
        throw new StartRefused(
                "PostgreSQL must not run as root, and account " + switched.name()
                        + (canSwitch ? " cannot reach " + dataRoot : " cannot be taken on with setpriv"),
                "start as an ordinary user, or choose a data folder outside root's home, for example --data /var/lib/lianxin");
    }

    List<String> command(List<String> program) {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(program);
        return words;
    }

    /** Gives a file or a whole folder to this account, if it is not its own already. */
    void own(Path path) throws IOException {
        if (gid < 0 || Files.getAttribute(path, "unix:uid").equals(uid)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.toList().reversed()) {
                Files.setAttribute(each, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(each, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static ServerAccount unprivileged() {
        String name = "nobody";
        int uid = 65534;
        int gid = 65534;
        try {
            for (String line : Files.readAllLines(Path.of("/etc/passwd"))) {
                String[] fields = line.split(":", -1);
                if (fields.length > 3 && (fields[0].equals("lianxin") || fields[0].equals(name))) {
                    name = fields[0];
                    uid = Integer.parseInt(fields[2]);
                    gid = Integer.parseInt(fields[3]);
                    if (name.equals("lianxin")) {
                        break;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> prefix =
                List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--no-new-privs", "--");
        return new ServerAccount(name, prefix, uid, gid);
    }

    private static boolean isReachable(Path folder) {
        try {
            for (Path each = folder.toRealPath(); each != null; each = each.getParent()) {
                if (!Files.getPosixFilePermissions(each).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
