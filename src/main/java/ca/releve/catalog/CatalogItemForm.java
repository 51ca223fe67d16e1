package ca.releve.catalog;

import ca.releve.format.OneLine;
import ca.releve.history.Changes;
import ca.releve.history.Fact;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The fields of an item. */
class CatalogItemForm {

    private static final int MAX_POSITION = 9_999;
    private static final int STEP = 10;

    @NotBlank(message = "{catalog.nameFr.required}")
    @Size(max = 120, message = "{catalog.name.long}")
    @Pattern(regexp = OneLine.PATTERN, message = "{name.characters}")
    private String nameFr = "";

    @NotBlank(message = "{catalog.nameEn.required}")
    @Size(max = 120, message = "{catalog.name.long}")
    @Pattern(regexp = OneLine.PATTERN, message = "{name.characters}")
    private String nameEn = "";

    @NotNull(message = "{catalog.position.required}")
    @Min(value = 0, message = "{catalog.position.required}")
    @Max(value = MAX_POSITION, message = "{catalog.position.required}")
    private Integer position;

    static CatalogItemForm of(CatalogItem item) {
        CatalogItemForm form = new CatalogItemForm();
        form.nameFr = item.nameFr();
        form.nameEn = item.nameEn();
        form.position = item.position();
        return form;
    }

    /** A form for a new item after the last one of a list. */
    static CatalogItemForm after(int lastPosition) {
        CatalogItemForm form = new CatalogItemForm();
        form.position = Math.min(lastPosition + STEP, MAX_POSITION);
        return form;
    }

    Changes changes(CatalogItem item) {
        return new Changes()
                .text("field.nameFr", item.nameFr(), nameFr)
                .text("field.nameEn", item.nameEn(), nameEn)
                .fact(
                        "field.position",
                        Fact.text(String.valueOf(item.position())),
                        Fact.text(String.valueOf(position)));
    }

    public String getNameFr() {
        return nameFr;
    }

    public void setNameFr(String nameFr) {
        this.nameFr = nameFr;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
    }

    public Integer getPosition() {
        return position;
    }

    public void setPosition(Integer position) {
        this.position = position;
    }
}
