package ca.releve.catalog;

import ca.releve.history.Changes;
import ca.releve.history.Fact;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A line of a list as it is typed. */
class CatalogItemForm {

    @NotBlank(message = "{catalog.nameFr.required}")
    @Size(max = 120, message = "{catalog.name.long}")
    private String nameFr = "";

    @NotBlank(message = "{catalog.nameEn.required}")
    @Size(max = 120, message = "{catalog.name.long}")
    private String nameEn = "";

    @NotNull(message = "{catalog.position.required}")
    @Min(value = 0, message = "{catalog.position.required}")
    @Max(value = 9999, message = "{catalog.position.required}")
    private Integer position;

    static CatalogItemForm of(CatalogItem item) {
        CatalogItemForm form = new CatalogItemForm();
        form.nameFr = item.nameFr();
        form.nameEn = item.nameEn();
        form.position = item.position();
        return form;
    }

    static CatalogItemForm at(int position) {
        CatalogItemForm form = new CatalogItemForm();
        form.position = position;
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
