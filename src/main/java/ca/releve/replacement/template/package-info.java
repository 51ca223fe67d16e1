/** « Modèles »: needs and weekly schedules that a facility uses again. */
package ca.releve.replacement.template;
