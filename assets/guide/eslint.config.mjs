import js from "@eslint/js";

export default [
  js.configs.recommended,
  {
    rules: {
      "no-undef": "off", // tsc finds these, and knows the browser's own names
      "no-unused-vars": "off", // and these, with _ for what is left out on purpose
      "no-implicit-coercion": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
      eqeqeq: "error",
      "max-len": ["error", 120],
    },
  },
];
