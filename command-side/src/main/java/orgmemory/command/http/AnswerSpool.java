// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Keeps answers until they are read, so that whoever sends everything first is not held up: some in memory, the rest in a
 * file that goes with the spool. One thread adds, another hands on.
 */
final class AnswerSpool implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final int memoryLimit;
    private final Path folder;
    private final ArrayDeque<byte[]> memory = new ArrayDeque<>();
    private int inMemory;
    private @Nullable FileChannel file;
    private long written;
    private long read;
    private boolean ended;
    private boolean gone;

    AnswerSpool(int memoryLimit) {
        this(memoryLimit, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** @param folder takes the file */
    AnswerSpool(int memoryLimit, Path folder) {
        this.memoryLimit = memoryLimit;
        this.folder = folder;
    }

    /** Adds an answer. Never waits for the reader. */
    synchronized void add(byte[] answer) throws IOException {
        if (gone) {
            return;
        }
        if (read == written && inMemory + answer.length <= memoryLimit) {
            memory.add(answer);
            inMemory += answer.length;
        } else {
            var bytes = ByteBuffer.wrap(answer);
            while (bytes.hasRemaining()) {
                written += file().write(bytes, written);
            }
        }
        notifyAll();
    }

    /** There are no more answers. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Whether nobody reads any more. */
    synchronized boolean isGone() {
        return gone;
    }

    /** Writes all answers as they come; returns after the last one, or when the reader has gone. */
    void writeTo(OutputStream target) {
        try {
            for (var chunk = take(); chunk.length > 0; chunk = take()) {
                target.write(chunk);
                target.flush();
            }
        } catch (IOException lost) {
            leave();
        } catch (InterruptedException stopped) {
            leave();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        leave();
        if (file != null) {
            file.close();
        }
    }

    private synchronized void leave() {
        gone = true;
        memory.clear();
        notifyAll();
    }

    /** What comes next; empty where nothing does. */
    private synchronized byte[] take() throws IOException, InterruptedException {
        while (memory.isEmpty() && read == written && !ended && !gone) {
            wait();
        }
        if (gone) {
            return new byte[0];
        }
        return memory.isEmpty() ? fromFile() : fromMemory();
    }

    private byte[] fromMemory() {
        var chunk = ByteBuffer.allocate(inMemory);
        memory.forEach(chunk::put);
        memory.clear();
        inMemory = 0;
        return chunk.array();
    }

    private byte[] fromFile() throws IOException {
        var chunk = ByteBuffer.allocate((int) Math.min(CHUNK, written - read));
        while (chunk.hasRemaining()) {
            read += file().read(chunk, read);
        }
        if (read == written && read > 0) {
            file().truncate(0);
            read = 0;
            written = 0;
        }
        return chunk.array();
    }

    private FileChannel file() throws IOException {
        if (file == null) {
            file = FileChannel.open(Files.createTempFile(folder, "answers", ".jsonl"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        return file;
    }
}
