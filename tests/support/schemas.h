/*
 * schemas.h - the schemas for editors of a vocabulary, held against the checker.
 */
#ifndef GRADIENT_TESTS_SCHEMAS_H
#define GRADIENT_TESTS_SCHEMAS_H

#include <libxml/relaxng.h>
#include <libxml/xmlschemas.h>
#include <stdbool.h>
#include <stddef.h>

struct vocabulary;

/* Both schemas of a vocabulary, compiled. */
struct schemas {
	xmlRelaxNGPtr rng;
	xmlSchemaPtr xsd;
	xmlDocPtr xsd_document; /* the schema borrows it */
};

/* The caller ends with schemas_free(). */
struct schemas schemas_of(const struct vocabulary *vocabulary);
void schemas_free(struct schemas *schemas);

bool schemas_valid_rng(const struct schemas *schemas, xmlDocPtr document);
bool schemas_valid_xsd(const struct schemas *schemas, xmlDocPtr document);

/*
 * Compares both with the checker on a text; name is for the report of a failure. False when the text is no XML
 * of ours.
 */
bool schemas_agree(const struct schemas *schemas, const struct vocabulary *vocabulary,
		   const char *name, const char *text, size_t length);

#endif
