package io.controlcenter.deploy.demo;

import io.controlcenter.deploy.http.Caller;
import io.controlcenter.deploy.platform.App;
import io.controlcenter.deploy.platform.Ports;
import io.controlcenter.deploy.platform.Secrets;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code ./deploy/demo}: the customer's journey over HTTP, step by step, with what each step proved. */
public final class Demo {

    private final Story story;
    private final Stage stage;
    private final MailClient mails;
    private final String run = Long.toString(System.nanoTime() & 0xFFFFFF, 36).toLowerCase(Locale.ROOT);

    /** @param out hears the story */
    public Demo(Ports ports, Secrets secrets, PrintStream out) {
        this.story = new Story(out);
        this.stage = new Stage(ports, secrets);
        this.mails = new MailClient(ports.inbox());
    }

    public static void main(String[] args) throws IOException {
        var ports = Ports.standard();
        System.out.println("The journey of a customer, against " + ports.url(App.GATEWAY));
        try {
            new Demo(ports, new Secrets(Path.of(args[0])), System.out).play();
        } catch (RuntimeException e) {
            System.out.println("\n   ✗ " + e.getMessage());
            System.exit(1);
        }
    }

    /**
     * The customer that the journey made.
     *
     * @param admin its administrator, on it
     */
    public record Played(String enterprise, Caller admin) {}

    /** Plays it from the beginning to the end; what does not hold is thrown. */
    public Played play() {
        var made = new EnterpriseAct(story, stage, mails, run).play();
        var customer = made.customer();
        var orders = new OrderAct(story, stage, mails);
        var services = orders.play(customer);
        var service = services.getFirst().path("serviceId").asString();
        var invoice = new BillingAct(story, stage, mails).play(made, services);
        var ticket = new RepairAct(story, stage, mails).play(customer, service, orders.pendingService(customer));
        var administrator = customer.admin().get("/api/v1/me").expect(200).text("/email");
        var gcr = new MaintenanceAct(story, stage, mails).play(customer, administrator, service);
        new NightAct(story, stage, mails).play(customer, administrator, service, gcr);
        var order = services.getFirst().path("orderNumber").asString();
        new WallsAct(story, stage)
                .play(
                        made,
                        customer.admin().token(),
                        List.of(
                                "/api/v1/orders/" + order,
                                "/api/v1/services/" + service,
                                "/api/v1/invoices/" + invoice,
                                "/api/v1/tickets/" + ticket,
                                "/api/v1/gcrs/" + gcr));
        story.end();
        return new Played(customer.enterprise(), customer.admin());
    }
}
