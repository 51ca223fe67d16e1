package ca.releve.local;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Finds the items of the service's lists by the beginning of their French names. */
@Component
@Profile("local")
class DemoCatalog {

    private final EntityManager entities;

    DemoCatalog(EntityManager entities) {
        this.entities = entities;
    }

    List<UUID> jobFunctions(String... names) {
        return Stream.of(names).map(this::jobFunction).toList();
    }

    List<UUID> ageGroups(String... names) {
        return Stream.of(names).map(this::ageGroup).toList();
    }

    UUID jobFunction(String name) {
        return id("JobFunction", name);
    }

    UUID ageGroup(String name) {
        return id("AgeGroup", name);
    }

    UUID taskType(String name) {
        return id("TaskType", name);
    }

    private UUID id(String list, String name) {
        return entities.createQuery("select i.id from " + list + " i where i.nameFr like :name", UUID.class)
                .setParameter("name", name + "%")
                .setMaxResults(1)
                .getSingleResult();
    }
}
