/*
 * ids.h - the ids of a tree and what refers to them; for the checker alone.
 *
 * Sources of data and parts of the text share one set of ids, but a reference means one of the two. Other
 * names (of indicators, of parameters) are used once among elements of their kind.
 */
#ifndef GRADIENT_SPEC_IDS_H
#define GRADIENT_SPEC_IDS_H

#include "spec/vocabulary.h"

struct arena;
struct diag_list;
struct ids;
struct xml_attribute;

struct ids *ids_new(struct arena *arena);

/* Notes the value of an attribute, if its type makes it an id, a key or a reference. key: of the element. */
void ids_note(struct ids *ids, const char *key, enum attribute_type type,
	      const struct xml_attribute *attribute, struct diag_list *diags);

/* Once all are noted: reports references to nothing. */
void ids_check(const struct ids *ids, struct diag_list *diags);

#endif
