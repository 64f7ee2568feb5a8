export const id = 83;
export const ids = [83];
export const modules = {

/***/ 3083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createFetch: () => (/* binding */ createFetch)
/* harmony export */ });
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4371);

const LOOPBACK = "localhost,127.0.0.1,[::1]";
function createFetch(variables) {
  const agent = new undici__WEBPACK_IMPORTED_MODULE_0__/* .EnvHttpProxyAgent */ .J2({
    // An empty text means none; an absent one would make the agent look into the process's own environment.
    httpProxy: proxyAddress(variables, "http_proxy"),
    httpsProxy: proxyAddress(variables, "https_proxy"),
    noProxy: `${valueOf(variables, "no_proxy").value},${LOOPBACK}`
  });
  const fetchThrough = (input, init) => (0,undici__WEBPACK_IMPORTED_MODULE_0__/* .fetch */ .hd)(input, { ...init, dispatcher: agent });
  return { fetch: fetchThrough, close: () => agent.close() };
}
function proxyAddress(variables, lowerCaseName) {
  const { name, value } = valueOf(variables, lowerCaseName);
  if (value === "") return value;
  const url = URL.parse(value);
  if (!url || !/^(?:https?|socks5?):$/.test(url.protocol)) throw new Error(`${name} is not the address of a proxy, such as http://proxy.example:3128.`);
  return value;
}
function valueOf(variables, lowerCaseName) {
  const names = [lowerCaseName, lowerCaseName.toUpperCase()];
  const name = names.find((candidate) => (variables[candidate] ?? "") !== "") ?? lowerCaseName;
  return { name, value: variables[name]?.trim() ?? "" };
}



/***/ })

};
