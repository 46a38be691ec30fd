package io.controlcenter.order.letters;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who the provider is, on its letters. What a letter said when it was issued, it says for ever. */
@ConfigurationProperties("controlcenter.order.letterhead")
record LetterheadSettings(
        @DefaultValue("Control Center Networks") String name,

        @DefaultValue({"100 Network Way", "Denver, CO 80202", "United States"})
        List<String> address,

        @DefaultValue("+1 800 555 0100") String phone,
        @DefaultValue("care@control-center.example") String email,
        @DefaultValue("www.control-center.example") String web) {}
