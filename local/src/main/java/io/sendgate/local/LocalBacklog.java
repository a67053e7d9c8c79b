package io.sendgate.local;

import io.sendgate.aws.Backlog;
import io.sendgate.inboundwebhook.WorkOffBacklog;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A stand-in for the queue in SQS: it keeps letters in this process, and loses them with it.
///
/// Nothing in it has been acknowledged, so that nothing is lost which anybody relies on.
public final class LocalBacklog implements Backlog {

    private final Queue<String> letters = new ConcurrentLinkedQueue<>();

    /// An empty backlog.
    public LocalBacklog() {}

    @Override
    public void put(String letter) {
        letters.add(letter);
    }

    /// Works off what waits now; what fails again waits on.
    ///
    /// @return how many letters are done with
    public int drain(WorkOffBacklog errand) {
        int done = 0;
        for (int waiting = letters.size(); waiting > 0; waiting--) {
            String letter = letters.poll();
            if (letter == null) {
                break;
            }
            if (errand.workOff(letter)) {
                done++;
            } else {
                letters.add(letter);
            }
        }
        return done;
    }
}
