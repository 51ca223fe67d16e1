/** « Définir l’horaire » and changing one shift: typed days and times become shifts. */
package ca.releve.replacement.schedule;
