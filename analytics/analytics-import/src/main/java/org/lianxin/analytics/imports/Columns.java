package org.lianxin.analytics.imports;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.lianxin.analytics.core.IntColumn;
import org.lianxin.analytics.core.LongColumn;

/** The files of an index: one column each, nothing but values in little endian, so that anything can read them. */
final class Columns {
    static final String TIME = "time.i64";
    static final String AMOUNT = "amount.i64";
    static final String FROM = "from.i32";
    static final String TO = "to.i32";
    static final String MARKS = "marks.i32";
    static final String ORIGIN = "origin.i64";
    static final String ID_END = "id-end.i64";
    static final String IDS = "ids.utf8";
    static final String BALANCE = "balance.i64";
    static final String OPENING = "opening.i64";
    static final String OUT_OFFSETS = "out-offsets.i64";
    static final String OUT = "out.i32";
    static final String IN_OFFSETS = "in-offsets.i64";
    static final String IN = "in.i32";
    static final String PAIRS = "pairs.i64";
    static final String PAIR_FIRST = "pair-first.i64";
    static final String OPENED = "opened.i64";
    static final String CALL_TIME = "call-time.i64";
    static final String CALL_FROM = "call-from.i32";
    static final String CALL_TO = "call-to.i32";
    static final String CALL_SECONDS = "call-seconds.i32";
    static final String CALL_ORIGIN = "call-origin.i64";
    static final String ACCOUNT = "account";
    static final String IDENTIFIER = "identifier";

    static final Map<String, String> MEANING = new TreeMap<>(Map.ofEntries(
            Map.entry(TIME, "transfers by (time, id): epoch milliseconds"),
            Map.entry(AMOUNT, "cents"),
            Map.entry(FROM, "paying account, -1 outside"),
            Map.entry(TO, "receiving account, -1 cash or outside"),
            Map.entry(
                    MARKS,
                    "bits 0-7 currency, 8-23 channel, 24 cash, 25 to itself, 26 reversal, 27 balance is the payee's, 28 from"
                            + " the statement of one account"),
            Map.entry(ORIGIN, "source << 40 | line"),
            Map.entry(ID_END, "end of the transaction id in " + IDS),
            Map.entry(IDS, "transaction ids one after another"),
            Map.entry(
                    BALANCE,
                    "stated balance in cents, the smallest long where there is none; only if some file has one"),
            Map.entry(OPENING, "of each account: balance before its first transfer as the stated balances imply it"),
            Map.entry(OUT_OFFSETS, "of each account: where its outgoing transfers begin in " + OUT),
            Map.entry(OUT, "transfers by paying account"),
            Map.entry(IN_OFFSETS, "of each account: where its incoming transfers begin in " + IN),
            Map.entry(IN, "transfers by receiving account"),
            Map.entry(PAIRS, "account << 32 | identifier, ascending"),
            Map.entry(
                    PAIR_FIRST,
                    "of each pair: first seen, epoch milliseconds; the largest long where nothing says when"),
            Map.entry(OPENED, "of each account: opened, epoch milliseconds; the largest long where nothing says when"),
            Map.entry(CALL_TIME, "calls by (time, caller, callee, duration): epoch milliseconds"),
            Map.entry(CALL_FROM, "identifier of the calling number"),
            Map.entry(CALL_TO, "identifier of the called number"),
            Map.entry(CALL_SECONDS, "duration"),
            Map.entry(CALL_ORIGIN, "source << 40 | line"),
            Map.entry(
                    ACCOUNT + "-key.i64",
                    "accounts by key: those of at most 19 digits by their number, then the others by hash"),
            Map.entry(ACCOUNT + "-end.i64", "end of the number in account.utf8"),
            Map.entry(ACCOUNT + ".utf8", "account numbers one after another"),
            Map.entry(IDENTIFIER + "-key.i64", "identifiers by key"),
            Map.entry(IDENTIFIER + "-end.i64", "end of the text in identifier.utf8"),
            Map.entry(IDENTIFIER + ".utf8", "kind:value one after another")));

    private final Path folder;
    private final Arena arena;

    Columns(Path folder, Arena arena) {
        this.folder = folder;
        this.arena = arena;
    }

    MemorySegment create(String name, long bytes) throws IOException {
        try (var channel = FileChannel.open(
                folder.resolve(name),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
        }
    }

    LongColumn createLongs(String name, long size) throws IOException {
        return LongColumn.over(create(name, size * 8));
    }

    IntColumn createInts(String name, long size) throws IOException {
        return IntColumn.over(create(name, size * 4));
    }

    boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    MemorySegment open(String name) throws IOException {
        try (var channel = FileChannel.open(folder.resolve(name))) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    LongColumn longs(String name) throws IOException {
        return LongColumn.over(open(name));
    }

    IntColumn ints(String name) throws IOException {
        return IntColumn.over(open(name));
    }

    TextTable texts(String name) throws IOException {
        return new TextTable(longs(name + "-key.i64"), longs(name + "-end.i64"), open(name + ".utf8"));
    }
}
