package ca.releve.shared;

/** Somebody else deleted the thing after this person, who could see it, opened the page of a form. */
public class DeletedMeanwhile extends RuntimeException {

    private final String key;
    private final String list;

    /**
     * @param key message key of the sentence
     * @param list local path of the list in which it was
     */
    public DeletedMeanwhile(String key, String list) {
        super(key);
        this.key = key;
        this.list = list;
    }

    public String key() {
        return key;
    }

    public String list() {
        return list;
    }
}
