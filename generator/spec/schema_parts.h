/*
 * schema_parts.h - what the three schema writers share; for those files alone.
 */
#ifndef GRADIENT_SPEC_SCHEMA_PARTS_H
#define GRADIENT_SPEC_SCHEMA_PARTS_H

#include "spec/vocabulary.h"

struct buffer;

/* The XSD pattern of a type's values; NULL when any text will do, or the type is a list of words. */
const char *schema_pattern(enum attribute_type type);

#endif
