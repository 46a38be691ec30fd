package io.controlcenter.billing.documents;

import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ContactType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CountryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyIdentificationType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyLegalEntityType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyNameType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyTaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSchemeType;
import org.jspecify.annotations.Nullable;

/** Who sells and who buys, in UBL. */
final class UblParties {

    private UblParties() {}

    /** @param withVat where no value added tax is charged, its id must not be there (BR-O-2) */
    static SupplierPartyType seller(SellerSettings seller, boolean withVat) {
        var party = party(seller.name(), seller.registration());
        var address = address(seller.country());
        address.setStreetName(seller.street());
        address.setCityName(seller.city());
        address.setPostalZone(seller.postalCode());
        address.setCountrySubentity(seller.region());
        party.setPostalAddress(address);
        if (withVat) {
            var tax = new PartyTaxSchemeType();
            tax.setCompanyID(seller.vatId());
            tax.setTaxScheme(vat());
            party.addPartyTaxScheme(tax);
        }
        party.setContact(contact(seller.name(), seller.phone(), seller.email()));
        var supplier = new SupplierPartyType();
        supplier.setParty(party);
        return supplier;
    }

    static CustomerPartyType buyer(InvoiceFacts.Buyer buyer) {
        var party = party(buyer.name(), null);
        var id = new PartyIdentificationType();
        id.setID(buyer.accountId());
        party.addPartyIdentification(id);
        party.setPostalAddress(address(buyer.country()));
        party.setContact(contact(buyer.contactName(), null, buyer.email()));
        var customer = new CustomerPartyType();
        customer.setParty(party);
        return customer;
    }

    static TaxSchemeType vat() {
        var scheme = new TaxSchemeType();
        scheme.setID("VAT");
        return scheme;
    }

    private static PartyType party(String name, @Nullable String registration) {
        var party = new PartyType();
        var partyName = new PartyNameType();
        partyName.setName(name);
        party.addPartyName(partyName);
        var legal = new PartyLegalEntityType();
        legal.setRegistrationName(name);
        if (registration != null) {
            legal.setCompanyID(registration);
        }
        party.addPartyLegalEntity(legal);
        return party;
    }

    private static AddressType address(String country) {
        var address = new AddressType();
        var code = new CountryType();
        code.setIdentificationCode(country);
        address.setCountry(code);
        return address;
    }

    private static ContactType contact(String name, @Nullable String phone, String email) {
        var contact = new ContactType();
        contact.setName(name);
        if (phone != null) {
            contact.setTelephone(phone);
        }
        contact.setElectronicMail(email);
        return contact;
    }
}
