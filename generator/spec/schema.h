/*
 * schema.h - a vocabulary as RELAX NG, as XSD, and as the manual of its elements.
 *
 * The schemas are for editors. They say the same as the checker as far as their languages can: ids that
 * are used twice, references, parameters and files are for the checker alone.
 */
#ifndef GRADIENT_SPEC_SCHEMA_H
#define GRADIENT_SPEC_SCHEMA_H

struct buffer;
struct vocabulary;

void schema_rng(const struct vocabulary *vocabulary, struct buffer *out);
void schema_xsd(const struct vocabulary *vocabulary, struct buffer *out);

/* A section of a manual page in mdoc: every element with its attributes. */
void schema_manual(const struct vocabulary *vocabulary, struct buffer *out);

/* Text as it stands in a manual page. */
void schema_manual_text(const char *text, struct buffer *out);

#endif
