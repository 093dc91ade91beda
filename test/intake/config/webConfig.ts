/** Makes the web.config of a published app, with other parts where a test wants them. */
export function webConfig(
  parts: { readonly element?: string; readonly handler?: string; readonly more?: string } = {},
): string {
  const handler =
    parts.handler ??
    '<add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" />';
  const start = parts.element ?? '<aspNetCore processPath="dotnet" arguments=".\\Shop.dll" hostingModel="inprocess" />';
  return `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <location path="." inheritInChildApplications="false">
    <system.webServer>
      <handlers>
        ${handler}
      </handlers>
      ${start}
      ${parts.more ?? ''}
    </system.webServer>
  </location>
</configuration>
`;
}

/** An aspNetCore element with these attributes beside a sound processPath. */
export function element(attributes: string): string {
  return webConfig({ element: `<aspNetCore processPath="dotnet" arguments="Shop.dll" ${attributes} />` });
}

/** An aspNetCore element that starts this. */
export function launch(processPath: string, args?: string): string {
  const rest = args === undefined ? '' : ` arguments="${args}"`;
  return webConfig({ element: `<aspNetCore processPath="${processPath}"${rest} />` });
}
