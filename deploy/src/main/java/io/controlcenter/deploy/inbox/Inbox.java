package io.controlcenter.deploy.inbox;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** Takes every mail by SMTP, delivers none, and shows them on a page and as JSON. */
public final class Inbox implements AutoCloseable {

    private final GreenMail smtp;
    private final HttpServer pages;
    private final MailStore store;

    public Inbox(Path directory, int smtpPort, int pagePort) throws IOException {
        store = new MailStore(directory);
        var setup = new ServerSetup(smtpPort, "localhost", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(30_000);
        smtp = new GreenMail(setup).withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        var users = smtp.getUserManager();
        users.setMessageDeliveryHandler((message, to) -> {
            store.add(message.getMessage(), to.getEmail());
            return user(users, to.getEmail());
        });
        smtp.start();
        pages = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), pagePort), 0);
        pages.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        pages.createContext("/", new InboxPages(store));
        pages.start();
    }

    private static synchronized GreenMailUser user(UserManager users, String email) throws UserException {
        var known = users.getUserByEmail(email);
        return known == null ? users.createUser(email, email, email) : known;
    }

    public MailStore store() {
        return store;
    }

    @Override
    public void close() {
        smtp.stop();
        pages.stop(0);
    }
}
