#include "spec/check.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/encoding.h"
#include "base/suggest.h"
#include "spec/ids.h"
#include "spec/vocabulary.h"
#include "spec/xml.h"

enum { TEXT_MOST = 40 }; /* bytes of a text in a message */

struct check {
	struct arena *arena;
	const struct vocabulary *vocabulary;
	struct diag_list *diags;
	struct ids *ids;
};

struct names {
	const char **items;
	size_t count, capacity;
};

static void add_name(struct check *check, struct names *names, const char *name)
{
	names->items = arena_grow(check->arena, names->items, names->count, &names->capacity,
				  sizeof(*names->items));
	names->items[names->count++] = name;
}

static struct names child_names(struct check *check, const struct element_rule *rule)
{
	struct names names = { 0 };

	for (const struct child_rule *child = rule->children; child->keys != NULL; child++)
		for (const char *const *key = child->keys; *key != NULL; key++)
			add_name(check, &names, vocabulary_find(check->vocabulary, *key)->name);
	return names;
}

static struct names attribute_names(struct check *check, const struct element_rule *rule)
{
	struct names names = { 0 };

	for (size_t set = 0; set < ATTRIBUTE_SETS_MOST && rule->attributes[set] != NULL; set++)
		for (const struct attribute_rule *attribute = rule->attributes[set];
		     attribute->name != NULL; attribute++)
			add_name(check, &names, attribute->name);
	return names;
}

static void unknown_element(struct check *check, const struct element_rule *parent,
			    const struct xml_node *node)
{
	struct names names = child_names(check, parent);
	const char *hint = suggest_hint(check->arena, node->name, names.items, names.count);

	diag_add(check->diags, DIAG_ELEMENT_UNKNOWN, node->at,
		 arena_printf(check->arena, "<%s> in <%s>", node->name, parent->name),
		 names.count > 0
			 ? hint
			 : arena_printf(check->arena, "<%s> holds no elements", parent->name));
}

static void unknown_attribute(struct check *check, const struct element_rule *rule,
			      const struct xml_node *node, const struct xml_attribute *attribute)
{
	struct names names = attribute_names(check, rule);
	const char *hint = suggest_hint(check->arena, attribute->name, names.items, names.count);

	diag_add(check->diags, DIAG_ATTRIBUTE_UNKNOWN, attribute->at,
		 arena_printf(check->arena, "%s=\"%s\" on <%s>", attribute->name, attribute->value,
			      node->name),
		 names.count > 0
			 ? hint
			 : arena_printf(check->arena, "<%s> has no attributes", node->name));
}

static void wrong_value(struct check *check, const struct attribute_rule *rule,
			const struct xml_attribute *attribute)
{
	const char *hint;

	if (rule->type == ATTRIBUTE_WORD)
		hint = suggest_hint(check->arena, attribute->value, rule->words->words,
				    rule->words->count);
	else
		hint = arena_printf(check->arena, "%s takes %s", rule->name,
				    attribute_type_summary(rule->type));
	diag_add(check->diags, DIAG_ATTRIBUTE_VALUE, attribute->at,
		 arena_printf(check->arena, "%s=\"%s\"", rule->name, attribute->value), hint);
}

static void check_attributes(struct check *check, const struct element_rule *rule,
			     const struct xml_node *node)
{
	for (size_t i = 0; i < node->attribute_count; i++) {
		const struct xml_attribute *attribute = &node->attributes[i];
		const struct attribute_rule *known = element_attribute(rule, attribute->name);

		if (known == NULL)
			unknown_attribute(check, rule, node, attribute);
		else if (!attribute_accepts(known, attribute->value))
			wrong_value(check, known, attribute);
		else
			ids_note(check->ids, rule->key, known->type, attribute, check->diags);
	}
	for (size_t set = 0; set < ATTRIBUTE_SETS_MOST && rule->attributes[set] != NULL; set++)
		for (const struct attribute_rule *known = rule->attributes[set];
		     known->name != NULL; known++)
			if (known->required && xml_attribute(node, known->name) == NULL)
				diag_add(check->diags, DIAG_ATTRIBUTE_MISSING, node->at,
					 arena_printf(check->arena, "%s on <%s>", known->name,
						      node->name),
					 arena_printf(check->arena, "%s: %s", known->name,
						      known->help));
}

/* Which group of children a name belongs to; -1 when to none. */
static int group_of(const struct check *check, const struct element_rule *rule, const char *name)
{
	for (int group = 0; rule->children[group].keys != NULL; group++)
		for (const char *const *key = rule->children[group].keys; *key != NULL; key++)
			if (strcmp(vocabulary_find(check->vocabulary, *key)->name, name) == 0)
				return group;
	return -1;
}

static bool needs_one(enum occurrence occurrence)
{
	return occurrence == OCCURS_ONCE || occurrence == OCCURS_AT_LEAST_ONCE;
}

static bool takes_one(enum occurrence occurrence)
{
	return occurrence == OCCURS_ONCE || occurrence == OCCURS_AT_MOST_ONCE;
}

static void missing_element(struct check *check, const struct element_rule *rule, int group,
			    const struct xml_node *node)
{
	const char *const *keys = rule->children[group].keys;
	struct buffer names;

	buffer_init(&names);
	for (size_t i = 0; keys[i] != NULL; i++)
		buffer_printf(&names, "%s<%s>",
			      i == 0                ? ""
			      : keys[i + 1] == NULL ? " or "
						    : ", ",
			      vocabulary_find(check->vocabulary, keys[i])->name);
	diag_addf(check->diags, DIAG_ELEMENT_MISSING, node->at, "%s in <%s>", buffer_text(&names),
		  node->name);
	buffer_clear(&names);
}

static void check_node(struct check *check, const struct element_rule *rule,
		       const struct xml_node *node);

/* The first element beside a child that it must precede. */
static void too_late(struct check *check, const struct element_rule *rule, int group,
		     const struct xml_node *child)
{
	const struct xml_node *before = child->parent->first;

	while (before->name == NULL || group_of(check, rule, before->name) <= group)
		before = before->next;
	diag_add(check->diags, DIAG_ELEMENT_ORDER, child->at,
		 arena_printf(check->arena, "<%s> in <%s>", child->name, child->parent->name),
		 arena_printf(check->arena, "put it before <%s>", before->name));
}

static void check_children(struct check *check, const struct element_rule *rule,
			   const struct xml_node *node)
{
	size_t counts[CHILD_RULES_MOST] = { 0 };
	int reached = 0;

	for (const struct xml_node *child = node->first; child != NULL; child = child->next) {
		int group;

		if (child->name == NULL)
			continue;
		group = group_of(check, rule, child->name);
		if (group < 0) {
			unknown_element(check, rule, child);
			continue;
		}
		if (counts[group]++ > 0 && takes_one(rule->children[group].occurrence)) {
			diag_addf(check->diags, DIAG_ELEMENT_REPEATED, child->at, "<%s> in <%s>",
				  child->name, node->name);
		} else if (group < reached) {
			too_late(check, rule, group, child);
		}
		if (group > reached)
			reached = group;
		check_node(check, vocabulary_child(check->vocabulary, rule, child->name), child);
	}
	for (int group = 0; rule->children[group].keys != NULL; group++)
		if (counts[group] == 0 && needs_one(rule->children[group].occurrence))
			missing_element(check, rule, group, node);
}

static void check_text(struct check *check, const struct element_rule *rule,
		       const struct xml_node *node)
{
	for (const struct xml_node *child = node->first; child != NULL; child = child->next) {
		size_t blank, length;

		if (child->text == NULL)
			continue;
		blank = strspn(child->text, " \t\r\n");
		if (child->text[blank] == '\0')
			continue;
		length = encoding_cut(child->text + blank, strcspn(child->text + blank, "\r\n"),
				      TEXT_MOST);
		diag_addf(check->diags, DIAG_TEXT_UNEXPECTED, child->at, "\"%.*s\" in <%s>",
			  (int)length, child->text + blank, rule->name);
	}
}

static void check_node(struct check *check, const struct element_rule *rule,
		       const struct xml_node *node)
{
	check_attributes(check, rule, node);
	if (rule->content == CONTENT_EMPTY || rule->content == CONTENT_ELEMENTS)
		check_text(check, rule, node);
	check_children(check, rule, node);
}

/* Says that the tree is of another kind of file; a part of a report may have been meant. */
static void wrong_root(struct check *check, const struct xml_node *root)
{
	const struct vocabulary *vocabulary = check->vocabulary;
	bool part = vocabulary->fragment != NULL && strcmp(root->name, vocabulary->fragment) == 0;

	for (const char *const *key = vocabulary_fragments(vocabulary); *key != NULL; key++)
		part = part || strcmp(vocabulary_find(vocabulary, *key)->name, root->name) == 0;
	diag_add(check->diags, DIAG_ELEMENT_UNKNOWN, root->at,
		 arena_printf(check->arena, "<%s> as the outermost element", root->name),
		 part ? arena_printf(check->arena,
				     "this is a part of a %s: check the %s that includes it",
				     vocabulary->id, vocabulary->id)
		      : arena_printf(check->arena, "a %s begins with <%s>", vocabulary->id,
				     vocabulary->root));
}

bool check_tree(struct arena *arena, const struct vocabulary *vocabulary,
		const struct xml_node *root, struct diag_list *diags)
{
	struct check check = {
		.arena = arena,
		.vocabulary = vocabulary,
		.diags = diags,
		.ids = ids_new(arena),
	};
	size_t errors = diag_errors(diags);

	if (strcmp(root->name, vocabulary->root) != 0) {
		wrong_root(&check, root);
		return false;
	}
	check_node(&check, vocabulary_find(vocabulary, vocabulary->root), root);
	ids_check(check.ids, diags);
	return diag_errors(diags) == errors;
}
