package ca.releve.local;

import ca.releve.format.EmailAddress;
import ca.releve.substitute.Substitute;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The substitutes of the demonstration. */
@Component
@Profile("local")
class DemoSubstitutes {

    private final EntityManager entities;
    private final DemoCatalog catalog;

    DemoSubstitutes(EntityManager entities, DemoCatalog catalog) {
        this.entities = entities;
        this.catalog = catalog;
    }

    List<Substitute> create() {
        return List.of(
                educator("Karine", "Roy", "karine.roy@courriel.example", "418 555-0141"),
                helper("Josée", "Gagnon", "josee.gagnon@courriel.example", "418 555-0142"),
                educator("Nadia", "Benali", "nadia.benali@courriel.example", "418 555-0143"),
                educator("Sophie", "Lavoie", "sophie.lavoie@courriel.example", "418 555-0144"),
                educator("Fatoumata", "Diallo", "fatoumata.diallo@courriel.example", "418 555-0145"),
                helper("Mélanie", "Côté", "melanie.cote@courriel.example", "418 555-0146"),
                educator("Rosalie", "Paquet", "rosalie.paquet@courriel.example", "418 555-0147"),
                educator("Camille", "Nguyen", "camille.nguyen@courriel.example", "418 555-0148"),
                educator("Nathalie", "Tremblay", "nathalie.tremblay@courriel.example", "418 555-0149"),
                helper("Nathalie", "Tremblay", "nath.tremblay@courriel.example", "581 555-0150"));
    }

    private Substitute educator(String firstName, String lastName, String email, String phone) {
        Substitute educator = new Substitute(firstName, lastName, valid(email), phone, true);
        educator.mayDo(
                catalog.jobFunctions("Éducatrice", "Aide-éducatrice"),
                catalog.ageGroups("Poupons", "18 mois", "4 ans", "5 ans", "Multiâge"));
        entities.persist(educator);
        return educator;
    }

    private Substitute helper(String firstName, String lastName, String email, String phone) {
        Substitute helper = new Substitute(firstName, lastName, valid(email), phone, false);
        helper.mayDo(
                catalog.jobFunctions("Aide-éducatrice", "Responsable de l’alimentation", "Préposée à l’entretien"),
                catalog.ageGroups("Multiâge", "Sans groupe"));
        entities.persist(helper);
        return helper;
    }

    /** Validates an address like the form of a substitute. */
    private static String valid(String email) {
        return EmailAddress.parse(email).orElseThrow().original();
    }
}
