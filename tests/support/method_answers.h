/*
 * method_answers.h - a method of one numerator and one denominator against a file of reference figures.
 */
#ifndef GRADIENT_TESTS_METHOD_VECTORS_H
#define GRADIENT_TESTS_METHOD_VECTORS_H

/* Value and limits of every row of the file, within the tolerance (a share, of 1e-9 at the least). */
void method_answers_agree(const char *method, const char *file, double tolerance);

#endif
