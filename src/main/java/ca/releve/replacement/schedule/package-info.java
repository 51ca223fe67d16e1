/** « Nouveau remplacement », « Définir l’horaire » and changes of one shift. */
package ca.releve.replacement.schedule;
