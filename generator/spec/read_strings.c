#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/string_index.h"
#include "model/plural.h"
#include "spec/attributes.h"
#include "spec/read.h"
#include "spec/read_parts.h"
#include "spec/vocabulary.h"
#include "spec/xml.h"

/* A table may stand on another one, which may not stand on a third: nobody could tell what is written where. */
enum { BASES_MOST = 1 };

struct reader {
	struct arena *arena;
	const char *bases; /* folder of the tables of the program */
	struct diag_list *diags;
};

static struct strings *read_table(const struct reader *reader, const char *path,
				  struct location from, int bases);

/* The table that a table names as its base: beside it, else one of the program's. */
static const struct strings *read_base(const struct reader *reader, const char *path,
				       const struct word *base, int bases)
{
	const char *file = arena_printf(reader->arena, "%s.xml", base->text);
	const char *beside = path_join(reader->arena, path_folder(reader->arena, path), file);
	const char *ours = path_join(reader->arena, reader->bases, file);

	if (bases == 0 || strchr(base->text, '/') != NULL ||
	    (!path_exists(beside) && !path_exists(ours))) {
		diag_add(reader->diags, DIAG_STRINGS_BASE, base->at, base->text, NULL);
		return NULL;
	}
	return read_table(reader, path_exists(beside) ? beside : ours, base->at, bases - 1);
}

/* True when a text of another table has the name in braces; {Measure} goes with {measure}. */
static bool has_name(const char *text, const char *name, size_t length)
{
	for (const char *at = strchr(text, '{'); at != NULL; at = strchr(at + 1, '{'))
		if (strncasecmp(at, name, 2) == 0 && strncmp(at + 2, name + 2, length - 2) == 0)
			return true;
	return false;
}

/* A name that nothing is filled in for would be printed as it stands. */
static void check_names(const struct reader *reader, const char *text, const char *of_base,
			struct location at)
{
	for (const char *name = strchr(text, '{'); name != NULL; name = strchr(name + 1, '{')) {
		const char *end = strchr(name, '}');
		size_t length = end == NULL ? 0 : (size_t)(end - name) + 1;

		if (length > 2 && !has_name(of_base, name, length))
			diag_addf(reader->diags, DIAG_STRING_NAME, at, "%.*s", (int)length, name);
	}
}

static void read_texts(const struct reader *reader, const struct xml_node *root,
		       const struct strings *base, struct strings *strings)
{
	const struct string_index *ids = string_ids_by_name(reader->arena);

	for (const struct xml_node *node = NULL; (node = xml_child(root, "s", node)) != NULL;) {
		struct word id = attribute_word(node, "id");
		int known = string_index_find(ids, id.text);

		if (known == STRING_INDEX_NONE) {
			diag_add(reader->diags, DIAG_STRING_UNKNOWN, id.at, id.text, NULL);
		} else if (strings->texts[known] != NULL) {
			diag_add(reader->diags, DIAG_ID_DUPLICATE, id.at, id.text, NULL);
		} else {
			strings->texts[known] = xml_text(reader->arena, node);
			strings->own[known] = true;
			if (base != NULL && strings_like(base, (enum string_id)known) != NULL)
				check_names(reader, strings->texts[known],
					    strings_like(base, (enum string_id)known), id.at);
		}
	}
}

/* Texts of the base where the table has none; without a base every text of the language is needed. */
static void complete(const struct reader *reader, const struct xml_node *root,
		     const struct strings *base, struct strings *strings)
{
	for (int i = 0; i < STRING_COUNT; i++) {
		enum string_id id = (enum string_id)i;

		if (strings->texts[i] != NULL)
			continue;
		if (base != NULL)
			strings->texts[i] = base->texts[i];
		else if (string_id_is_needed(id, strings->language))
			diag_addf(reader->diags, DIAG_LAYOUT_INCOMPLETE, root->at,
				  "text for id=\"%s\"", string_id_name(id));
	}
}

static struct strings *read_file(const struct reader *reader, struct arena *nodes, const char *path,
				 struct location from, int bases)
{
	const struct xml_node *root = read_look_tree(reader->arena, nodes, path,
						     &vocabulary_strings, from, reader->diags);
	const struct strings *base = NULL;
	struct strings *strings;
	struct word named;

	if (root == NULL)
		return NULL;
	strings = arena_alloc(reader->arena, sizeof(*strings));
	strings->language = attribute_text(root, "xml:lang", "");
	strings->file = arena_strdup(reader->arena, path);
	named = attribute_word(root, "base");
	if (named.text != NULL)
		base = read_base(reader, path, &named, bases);
	if (named.text != NULL && base == NULL)
		return NULL;
	strings->two_languages = base != NULL && strcmp(base->language, strings->language) != 0;
	read_texts(reader, root, base, strings);
	complete(reader, root, base, strings);
	strings_find_technical(strings);
	return strings;
}

static struct strings *read_table(const struct reader *reader, const char *path,
				  struct location from, int bases)
{
	struct arena *nodes = arena_new();
	size_t errors = diag_errors(reader->diags);
	struct strings *strings = read_file(reader, nodes, path, from, bases);

	arena_free(nodes);
	return diag_errors(reader->diags) == errors ? strings : NULL;
}

struct strings *strings_read(struct arena *arena, const char *path, const char *bases,
			     struct location from, struct diag_list *diags)
{
	const struct reader reader = { arena, bases, diags };

	return read_table(&reader, path, from, BASES_MOST);
}
