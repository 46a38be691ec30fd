package io.controlcenter.repair.ticketing.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tests that were made and the people who were called in, in order. */
public record Efforts(List<TestRun> tests, List<FixAgent> fixAgents) {

    static final Efforts NONE = new Efforts(List.of(), List.of());

    Taken<Efforts> take(Effort effort, Report report, Instant at) {
        return switch (effort) {
            case Effort.StartTest(var run) -> start(run, report.authorisations(), at);
            case Effort.FinishTest finish -> finish(finish, at);
            case Effort.CallIn(var agent) -> callIn(agent, report);
            case Effort.MoveAgent move -> move(move);
        };
    }

    private Taken<Efforts> start(TestRun run, Authorisations authorised, Instant at) {
        if (run.intrusive() && !authorised.allowsIntrusiveTestAt(at)) {
            return Taken.refused(new Refusal.IntrusiveTestNotAuthorised(authorised));
        }
        return Taken.made(new Efforts(with(tests, run), fixAgents), new TicketEvent.TestStarted(run));
    }

    private Taken<Efforts> finish(Effort.FinishTest finish, Instant at) {
        var found = find(tests, test -> test.testId().equals(finish.testId()));
        if (found == null) {
            return unknown("test", finish.testId());
        }
        if (found.finishedAt() != null) {
            return Taken.refused(new Refusal.TestFinishedAlready());
        }
        var finished = found.finished(finish.result(), finish.measurements(), at);
        var all = replaced(tests, test -> test.equals(found) ? finished : test);
        return Taken.made(new Efforts(all, fixAgents), new TicketEvent.TestFinished(finished));
    }

    private Taken<Efforts> callIn(FixAgent agent, Report report) {
        if (agent.isDispatched() && !report.authorisations().dispatch()) {
            return Taken.refused(new Refusal.DispatchNotAuthorised());
        }
        if (agent.isDispatched() && !report.names(Contact.Role.LOCAL)) {
            return Taken.refused(new Refusal.LocalContactMissing());
        }
        return Taken.made(new Efforts(tests, with(fixAgents, agent)), new TicketEvent.FixAgentChanged(agent, null));
    }

    private Taken<Efforts> move(Effort.MoveAgent move) {
        var found = find(fixAgents, agent -> agent.agentId().equals(move.agentId()));
        if (found == null) {
            return unknown("fix agent", move.agentId());
        }
        if (!found.next().contains(move.to())) {
            return Taken.refused(new Refusal.FixAgentNotInThisState(found, move.to()));
        }
        var moved = found.in(move.to(), move.vendorTicket());
        var all = replaced(fixAgents, agent -> agent.equals(found) ? moved : agent);
        return Taken.made(new Efforts(tests, all), new TicketEvent.FixAgentChanged(moved, found.state()));
    }

    private static Taken<Efforts> unknown(String what, UUID id) {
        return Taken.refused(new Refusal.NoSuchEffort(what, id));
    }

    private static <T> @Nullable T find(List<T> all, Predicate<T> which) {
        return all.stream().filter(which).findAny().orElse(null);
    }

    private static <T> List<T> with(List<T> all, T one) {
        var more = new ArrayList<>(all);
        more.add(one);
        return List.copyOf(more);
    }

    private static <T> List<T> replaced(List<T> all, Function<T, T> replacement) {
        return all.stream().map(replacement).toList();
    }
}
