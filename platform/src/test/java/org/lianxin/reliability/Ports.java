package org.lianxin.reliability;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Free ports below the range from which the system takes ports for outgoing connections: they stay free while nobody listens. */
final class Ports {

    private static final int LOWEST = 20_000;
    private static final int TRIED = 10_000;

    private Ports() {}

    /** The first of so many in a row. Processes beside this one begin to look elsewhere. */
    static int free(int inARow) {
        int from = (int) (ProcessHandle.current().pid() * 17 % TRIED);
        return IntStream.range(0, TRIED)
                .map(i -> LOWEST + (from + i) % TRIED)
                .filter(first -> IntStream.range(first, first + inARow).allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free ports"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
